/** Arbitrary texts for the search box: tokens right and wrong, words, phrases, and what means something to SQL or FTS5. */
import fc from 'fast-check';
import { abilityNames } from '#shared/domain/search/abilities.ts';

const syntax = fc.constantFrom(
  ...[
    '"',
    "'",
    '*',
    '%',
    '_',
    '\\',
    ':',
    '^',
    '(',
    ')',
    '{',
    '}',
    '-',
    '+',
    ';',
    '--',
    '/*',
    '\0',
    '?',
    '?1',
    '$a',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'NEAR(',
    'text:',
    'rowid',
    'key_search',
    '""',
    '"a" OR "b"',
    'e'.repeat(100),
  ],
  ...['NEAR(a b, 2)', "'; DROP TABLE keys;--", "') OR 1=1 --", '[a-z]', ','],
);
const values = fc.constantFrom(
  ...[
    'production',
    'CI',
    'staging',
    'unassigned',
    'development',
    'active',
    'disabled',
    'protected',
    'quarantined',
    'vanished',
  ],
  ...['overdue', 'due-soon', 'full-access', 'public', 'this-login', 'default', 'roboflow', 'workspace-keys'],
  ...['acme', 'blue', 'plant', 'model:infer', 'image', 'ZOË', 'zoe-1', 'delete', 'upload', 'infer', 'c'],
);
const days = fc
  .tuple(
    fc.constantFrom('', '<', '<=', '=', '>=', '>', '=>'),
    fc.oneof(
      fc.integer({ min: 0, max: 400 }).map((count) => `${count}d`),
      fc.constantFrom('99999d', '30', '2026-02-30', '2026-01-01', '2026-06-15', '2026-11-30', '9999-12-31'),
    ),
  )
  .map((parts) => parts.join(''));
const names = fc.constantFrom(
  'env',
  'ws',
  'platform',
  'scope',
  'can',
  'by',
  'status',
  'is',
  'Env',
  'statsu',
  'x',
);
const dayNames = fc.constantFrom('created', 'due', 'unused', 'creatd');

/** `texts`: what the words to look for are cut from, so that some are found. At most 500 characters, as the box has. */
export function searchText(texts: readonly string[]): fc.Arbitrary<string> {
  const part = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 12 })).map(([row, start, length]) => {
    const characters = [...(texts[row % texts.length] ?? '')];
    const from = start % Math.max(characters.length, 1);
    return characters.slice(from, from + length).join('');
  });
  const odd = fc.oneof(
    syntax,
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const quoted = fc.oneof(part, odd).map((text) => `"${text.replaceAll('"', '""')}"`);
  const value = fc.oneof({ weight: 6, arbitrary: values }, fc.constantFrom(...abilityNames), quoted, odd);
  const listToken = fc
    .tuple(names, fc.array(value, { maxLength: 3 }))
    .map(([name, list]) => `${name}:${list.join(',')}`);
  const dayToken = fc.tuple(dayNames, days).map((parts) => parts.join(':'));
  const typed = fc.oneof(
    { weight: 3, arbitrary: part },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: quoted },
    { weight: 4, arbitrary: listToken },
    { weight: 3, arbitrary: dayToken },
  );
  const minus = fc.constantFrom('', '', '', '-');
  return fc
    .array(fc.tuple(minus, typed, fc.constantFrom('', ' ', ' ', ' ', '\n')), { maxLength: 4 })
    .map((parts) => parts.flat().join('').slice(0, 500));
}
