import { describe, expect, it } from 'vitest';
import { metadataLimits, metadataProblem, metadataRows } from '#shared/domain/key-metadata.ts';

const row = (name: string, value = 'Ulm') => ({ name, value });

it('drops rows in which nothing was typed, and white space', () => {
  expect(metadataRows([row(' site ', ' Ulm '), row(' ', '')])).toEqual([row('site')]);
});

describe('what is wrong with it', () => {
  it.each([
    ['nothing', [row('site'), row('team')], null],
    ['an empty value', [row('site', '')], null],
    ['a value without a name', [row('')], 'The value “Ulm” needs the name of its field.'],
    ['a name twice', [row('site'), row(' site')], 'There are two fields “site”.'],
    ['a name that is Latchkey’s own', [row('latchkey')], /kept for the details/],
    ['a line break', [row('site', 'Ulm\nBonn')], /line break/],
    ['a mark that turns the writing', [row('si\u202ete')], /invisible/],
    ['a secret', [row('key', 'dtvi_0123456789abcdef')], /looks like a secret/],
    ['a long name', [row('n'.repeat(metadataLimits.name + 1))], /has 101 characters; 100 are allowed/],
    ['a long value', [row('site', '😀'.repeat(metadataLimits.value + 1))], /has 501 characters; 500/],
    [
      'too many fields',
      Array.from({ length: metadataLimits.fields + 1 }, (_, index) => row(`f${index}`)),
      '51 fields; 50 are allowed.',
    ],
  ])('%s', (_name, rows, says) => {
    const problem = metadataProblem(rows);
    if (says instanceof RegExp) expect(problem).toMatch(says);
    else expect(problem).toBe(says);
  });
});
