/** Keys with names and facts made to be hard to find, and a filter in memory that shares no code with the SQL. */
import { addDays, differenceInCalendarDays, parseISO } from 'date-fns';
import { environmentLabels, environmentSchema } from '#shared/domain/environment.ts';
import { isFullAccess, listedScopes } from '#shared/domain/grant.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import { can } from '#shared/domain/search/abilities.ts';
import { parseSearch } from '#shared/domain/search/parse.ts';
import type { DayTerm, ListTerm, Term } from '#shared/domain/search/term.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import { fold } from '../../../src/main/store/text.ts';
import { unsettledGrants } from '../../support/odd-grants.ts';
import { allRows, connectionRow, inventoryQuery, type OpenedStore, remoteKey } from '../../support/store.ts';

export const now = '2026-09-01T08:00:00Z';
const day = 86_400_000;
/** Names that mean something to SQL, to LIKE, to FTS5, or to Unicode. */
export const names = [
  'Łódź Café nightly',
  'İstanbul ΟΔΟΣ',
  'say "hello" twice',
  "Robert'); DROP TABLE keys;--",
  'star* NEAR(a b) OR {x} : ^y',
  'AND NOT OR "',
  '100% of_all \\ [a-z]',
  'name: col AND "x"',
  'ライン 4 が 生産',
  '👩‍🔧 robot 🤖',
  'nul\0inside',
  'lone \ud83d half',
  '',
  ' ',
  'a',
  'ab',
  'abc',
  'e'.repeat(300),
];
const lastUsed: RemoteKey['lastUsed'][] = [
  { kind: 'never' },
  { kind: 'not-reported' },
  { kind: 'not-seen' },
  { kind: 'at', at: now },
  { kind: 'at', at: '2026-05-01T23:30:00Z' },
];
const environments = environmentSchema.options;

/** Created over seven months, at all hours, some at a time nobody knows. */
function createdAt(number: number): string | null {
  if (number % 6 === 5) return null;
  return new Date(Date.parse(now) - number * 4 * day - number * 3_700_000).toISOString();
}

export function fill({ operations }: OpenedStore): void {
  const first = [{ slug: 'acme-robots', name: 'Acme Röbots "West"', role: null }];
  const second = [
    { slug: 'blue_plant', name: 'Blue 100% Plant', role: null },
    { slug: 'c', name: 'Ç', role: null },
  ];
  const ids = [
    ...operations.addConnection(connectionRow({ id: 'one' }), first, now),
    ...operations.addConnection(connectionRow({ id: 'two', platform: 'workspace-keys' }), second, now),
  ];
  for (const [number, id] of ids.entries()) {
    const keys = names.map((name, position) =>
      remoteKey(`remote:${number}-${position}`, {
        name,
        prefix: ['', 'Zt4q', '%_%', '"'][position % 4] ?? '',
        grant: unsettledGrants[(number + position) % unsettledGrants.length] ?? {
          platform: 'roboflow',
          scopes: null,
        },
        disabled: position % 5 === 0,
        protected: position % 4 === 0,
        lastUsed: lastUsed[position % lastUsed.length] ?? { kind: 'never' },
        isDefault: position === 3,
        createdAt: createdAt(number * 18 + position),
        createdBy: position % 3 === 0 ? null : `Zoë-${position}@factory.example`,
      }),
    );
    for (const [position, key] of keys.entries()) {
      const environment = environments[(number + position) % environments.length] ?? 'unassigned';
      // Every fourth key has all that can be noted, so that a search meets each field and its absence.
      operations.upsertKey(id, key, now, {
        environment,
        ...(position % 4 === 1 && {
          owner: `Équipe ${position}`,
          consumers: [`belt-${position}`, 'Weekly "digest"'],
          purpose: 'Uploads pictures.',
          notes: `Line one.\nOwned by line ${position}.`,
        }),
      });
    }
    operations.applySync(id, keys.slice(0, -2), [`remote:${number}-1`], now);
  }
}

/** A key as a reader would see it. */
export type SeenKey = { key: KeyDetail; text: string };

export function seenKeys({ operations }: OpenedStore): SeenKey[] {
  const words = { at: '', never: 'Never', 'not-seen': 'Not seen yet', 'not-reported': 'Not reported' };
  return allRows(operations, inventoryQuery()).map(({ id }) => {
    const key = operations.keyDetail(id);
    if (!key) throw new Error('A listed key has no detail.');
    const fields = [
      key.name,
      key.prefix,
      key.remoteId,
      key.createdBy ?? '',
      key.owner ?? '',
      ...key.consumers,
      key.purpose ?? '',
      (key.notes ?? '').replaceAll('\n', ' '),
      key.workspaceName,
      key.workspaceSlug,
      platforms[key.platform].label,
      environmentLabels[key.environment],
      ...grantLabels(key.grant).labels,
      ...listedScopes(key.grant),
      key.status,
      words[key.lastUsed.kind],
      key.thisLogin ? 'This login' : '',
    ];
    return { key, text: fold(fields.join('\n')) };
  });
}

/** The ids of the keys that a search should find. */
export function naive(keys: readonly SeenKey[], search: string): Set<string> {
  const terms = parseSearch(search);
  return new Set(keys.filter((each) => terms.every((term) => passes(each, term))).map(({ key }) => key.id));
}

function passes(seen: SeenKey, term: Term): boolean {
  if (term.kind === 'wrong') return true;
  if (term.kind === 'text') {
    const text = fold(term.text);
    const wanted = (term.quoted ? [text.replace(/[\n\r]/g, ' ')] : text.split(/\s+/u)).filter(Boolean);
    return wanted.length === 0 || wanted.every((word) => seen.text.includes(word)) !== term.excluded;
  }
  const holds =
    term.kind === 'list'
      ? term.values.some((value) => isOf(seen.key, term.token, value))
      : onDay(seen.key, term);
  return holds !== term.excluded;
}

function isOf(key: KeyDetail, token: ListTerm['token'], value: string): boolean {
  const inside = (...texts: string[]) =>
    texts.some((text) => fold(text).includes(fold(value).replace(/[\n\r]/g, ' ')));
  switch (token) {
    case 'env':
      return key.environment === value;
    case 'ws':
      return inside(key.workspaceName, key.workspaceSlug);
    case 'platform':
      return key.platform === value;
    case 'scope':
      return inside(...listedScopes(key.grant));
    case 'can':
      return can(key.grant, value);
    case 'by':
      return key.createdBy !== null && inside(key.createdBy);
    case 'status': {
      const left = daysLeft(key);
      if (value === 'overdue') return left !== null && left < 0;
      if (value === 'due-soon') return left !== null && left >= 0 && left <= 14;
      return key.status === value;
    }
    case 'is':
      return (
        {
          'full-access': isFullAccess(key.grant),
          protected: key.protected,
          quarantined: key.quarantine !== null,
          public: key.grant.platform === 'workspace-keys' && key.grant.public,
          'this-login': key.thisLogin,
          default: key.isDefault,
        }[value] === true
      );
  }
}

const policies: Readonly<Record<string, number>> = { production: 90, staging: 180, ci: 90 };

function dueDay(key: KeyDetail): Date | null {
  const policy = policies[key.environment];
  const inUse = key.status === 'active' || key.status === 'protected';
  return policy === undefined || key.createdAt === null || !inUse ? null : addDays(key.createdAt, policy);
}

function daysLeft(key: KeyDetail): number | null {
  const due = dueDay(key);
  return due === null ? null : differenceInCalendarDays(due, now);
}

function onDay(key: KeyDetail, { token, operator, amount }: DayTerm): boolean {
  const { lastUsed } = key;
  const used = lastUsed.kind === 'at' ? lastUsed.at : lastUsed.kind === 'never' ? key.createdAt : null;
  const moment = { created: key.createdAt, unused: used, due: dueDay(key) }[token];
  if (moment === null) return false;
  const distance =
    'date' in amount
      ? differenceInCalendarDays(moment, parseISO(amount.date))
      : (token === 'due' ? 1 : -1) * differenceInCalendarDays(moment, now) - amount.days;
  switch (operator) {
    case '<':
      return distance < 0;
    case '<=':
      return distance <= 0;
    case '=':
      return distance === 0;
    case '>=':
      return distance >= 0;
    case '>':
      return distance > 0;
  }
}
