import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAnnotating, listAnnotationFields } from '#shared/domain/annotation-words.ts';
import {
  type AnnotationPatch,
  annotationPatchSchema,
  annotationProblem,
  namesIn,
  noAnnotations,
  tidyAnnotations,
} from '#shared/domain/annotations.ts';

describe('what is noted about a key', () => {
  it('is tidied once for all', () => {
    expect(
      tidyAnnotations({ owner: '  Ana ', consumers: [' belt-4', '', 'belt-4'], purpose: ' \t', notes: null }),
    ).toEqual({ owner: 'Ana', consumers: ['belt-4'], purpose: null, notes: null });
    fc.assert(
      fc.property(patch, (typed) => {
        expect(tidyAnnotations(tidyAnnotations(typed))).toEqual(tidyAnnotations(typed));
        expect(annotationPatchSchema.parse(typed)).toEqual(typed);
      }),
    );
  });

  it.each<[string, AnnotationPatch, string | null]>([
    ['nothing', {}, null],
    ['an owner', { owner: 'Zoë’s team' }, null],
    ['an owner as long as it may be', { owner: 'é'.repeat(200) }, null],
    ['a longer one', { owner: 'é'.repeat(201) }, 'The owner has 201 characters; 200 are allowed.'],
    ['two lines of owner', { owner: 'a\nb' }, 'The owner holds a line break or another control character.'],
    ['notes of several lines', { notes: 'One.\n\n\tTwo.' }, null],
    ['a bell in the notes', { notes: 'ding \u0007' }, 'The notes hold a control character.'],
    ['too many notes', { notes: '🔑'.repeat(4001) }, 'The notes have 4001 characters; 4000 are allowed.'],
    [
      '51 consumers',
      { consumers: Array.from({ length: 51 }, (_, n) => `c${n}`) },
      '51 names; 50 are allowed.',
    ],
    [
      'a long consumer',
      { consumers: ['x'.repeat(121)] },
      'A name in this list has 121 characters; 120 are allowed.',
    ],
    ['a purpose that turns around', { purpose: 'upload\u202e' }, 'The purpose holds an invisible character.'],
    [
      'a secret in the notes',
      { notes: `The old one was dtvi_${'a1B2'.repeat(5)}.` },
      'This looks like a secret. What is noted here can be read by others.',
    ],
    [
      'a secret as purpose',
      { purpose: `key=${'0123456789abcdef'.repeat(2)}` },
      'This looks like a secret. What is noted here can be read by others.',
    ],
  ])('%s', (_what, typed, message) => {
    expect(annotationProblem(typed)?.message ?? null).toBe(message);
  });

  it('takes names from a line', () => {
    expect(namesIn('belt-4, nightly export ,,\nbelt-4')).toEqual(['belt-4', 'nightly export']);
    expect(namesIn(' , ')).toEqual([]);
  });

  it('says what changed, and never repeats the notes', () => {
    const after = {
      ...noAnnotations,
      environment: 'ci',
      owner: 'Ana',
      consumers: ['a', 'b'],
      notes: 'n',
    } as const;
    expect(describeAnnotating(noAnnotations, { ...after, consumers: ['a', 'b'] })).toBe(
      'Environment: Unassigned to CI/CD. Owner: Ana. Used by: a, b. Notes added.',
    );
    expect(describeAnnotating({ ...after, consumers: ['a'] }, noAnnotations)).toBe(
      'Environment: CI/CD to Unassigned. Owner removed. Used by: nothing any more. Notes removed.',
    );
    expect(listAnnotationFields(['owner'])).toBe('owner');
    expect(listAnnotationFields(['environment', 'owner', 'notes'])).toBe('environment, owner and notes');
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const patch: fc.Arbitrary<AnnotationPatch> = fc.record(
  {
    environment: fc.constantFrom('production', 'unassigned'),
    owner: fc.option(text),
    consumers: fc.array(text, { maxLength: 4 }),
    purpose: fc.option(text),
    notes: fc.option(text),
  },
  { requiredKeys: [] },
);
