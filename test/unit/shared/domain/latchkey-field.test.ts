import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnnotationField,
  type AnnotationPatch,
  type Annotations,
  annotationFields,
  noAnnotations,
} from '#shared/domain/annotations.ts';
import {
  giveWay,
  mergeIn,
  type Noted,
  readLatchkeyField,
  setHere,
  writeLatchkeyField,
} from '#shared/domain/latchkey-field.ts';

const time = fc.integer({ min: 0, max: 9 }).map((minute) => `2026-11-21T08:0${minute}:00.000Z`);
const word = fc.constantFrom('ana', 'edge', 'line 4', 'Zoë', 'audit');
const annotations: fc.Arbitrary<Annotations> = fc.record({
  environment: fc.constantFrom('production', 'staging', 'development', 'ci', 'unassigned'),
  owner: fc.option(word),
  consumers: fc.uniqueArray(word, { maxLength: 3 }),
  purpose: fc.option(word),
  notes: fc.option(word),
});
const noted: fc.Arbitrary<Noted> = fc
  .tuple(annotations, fc.array(time, { minLength: 5, maxLength: 5 }), fc.subarray(annotationFields))
  .map(([values, times, unsent]) => ({
    values,
    at: Object.fromEntries(annotationFields.map((field, place) => [field, times[place]])),
    unsent,
  }));
/** What other people and other programs keep in the same metadata. */
const foreign = fc.dictionary(
  fc.string().filter((name) => name !== 'latchkey' && name !== '__proto__'),
  fc.jsonValue().filter((value) => !Object.is(value, -0)),
  { maxKeys: 4 },
);
/** Fields of later versions, and parts that make no sense. */
const oddParts = fc.dictionary(
  fc.constantFrom('since', 'reviewed', 'owner', 'consumers', 'environment', 'changed'),
  fc.constantFrom<unknown>(42, null, ['a', 7], 'mars', { deep: [1] }, '2026', 'x'.repeat(300)),
  { maxKeys: 4 },
);
const ours = fc.tuple(noted, oddParts, fc.boolean()).map(([{ values, at }, odd, asText]) => {
  const field = { version: 1, ...values, changed: at, ...odd };
  return asText ? JSON.stringify(field) : field;
});
const metadata: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(foreign, fc.option(ours, { nil: undefined }))
  .map(([others, field]) => (field === undefined ? others : { ...others, latchkey: field }));

function write(there: Record<string, unknown>, here: Noted) {
  const written = writeLatchkeyField(there, here);
  if (written.kind !== 'written') throw new Error(`refused as ${written.kind}`);
  return written;
}

function content(there: Record<string, unknown>): Record<string, unknown> {
  const { latchkey } = there;
  return (typeof latchkey === 'string' ? JSON.parse(latchkey) : (latchkey ?? {})) as Record<string, unknown>;
}

describe('writing', () => {
  it('keeps everything that is not ours, and what is in our field that we do not know', () => {
    fc.assert(
      fc.property(metadata, noted, (there, here) => {
        const { metadata: after } = write(there, here);
        const { latchkey: _before, ...othersBefore } = there;
        const { latchkey: _after, ...othersAfter } = after;
        expect(othersAfter).toEqual(othersBefore);
        const [before, now] = [content(there), content(after)];
        for (const name of Object.keys(before)) {
          const ownedNow = [...here.unsent, 'changed', 'version'] as string[];
          if (!ownedNow.includes(name)) expect(now[name]).toEqual(before[name]);
        }
      }),
    );
  });

  it('and reading back gives what was sent, which is then no longer unsent', () => {
    fc.assert(
      fc.property(metadata, noted, (there, here) => {
        const { metadata: after, sent } = write(there, here);
        const arrived = mergeIn(here, readLatchkeyField(after));
        expect(Object.keys(sent).sort()).toEqual([...here.unsent].sort());
        for (const field of here.unsent) {
          expect(arrived.values[field]).toEqual(here.values[field]);
          expect(arrived.unsent).not.toContain(field);
        }
      }),
    );
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(metadata, noted, (there, here) => {
        const { metadata: once } = write(there, here);
        expect(write(once, { ...here, unsent: [] }).metadata).toEqual(once);
        const again = write(once, here).metadata;
        expect(Object.keys(again)).toEqual(Object.keys(once));
        for (const field of here.unsent) expect(content(again)[field]).toEqual(content(once)[field]);
      }),
    );
  });

  it('is text unless an object is there already', () => {
    const here = setHere(nobody, { owner: 'ana' }, '2026-11-21T08:00:00.000Z');
    expect(typeof write({}, here).metadata.latchkey).toBe('string');
    expect(write({ latchkey: { version: 1 } }, here).metadata.latchkey).toEqual({
      version: 1,
      owner: 'ana',
      changed: { owner: '2026-11-21T08:00:00.000Z' },
    });
  });

  it.each([
    ['text that is no JSON', 'hello', 'unreadable'],
    ['a list', '["a"]', 'unreadable'],
    ['a number', 7, 'unreadable'],
    ['a version that is no number', { version: 'one' }, 'unreadable'],
    ['a version to come', { version: 2, owner: 'ana' }, 'newer'],
  ])('leaves %s alone', (_what, latchkey, kind) => {
    const here = setHere(nobody, { owner: 'ana' }, '2026-11-21T08:00:00.000Z');
    expect(readLatchkeyField({ latchkey })).toEqual({ kind });
    expect(writeLatchkeyField({ latchkey }, here)).toEqual({ kind });
    expect(mergeIn(here, readLatchkeyField({ latchkey }))).toBe(here);
  });
});

describe('merging', () => {
  it('twice is once', () => {
    fc.assert(
      fc.property(metadata, noted, (there, here) => {
        const field = readLatchkeyField(there);
        const once = mergeIn(here, field);
        expect(mergeIn(once, field)).toEqual(once);
      }),
    );
  });

  it('never touches what is set here and not sent', () => {
    fc.assert(
      fc.property(metadata, noted, (there, here) => {
        const merged = mergeIn(here, readLatchkeyField(there));
        for (const field of here.unsent) expect(merged.values[field]).toEqual(here.values[field]);
      }),
    );
  });

  it('brings two administrators to the same, whoever of them writes first', () => {
    fc.assert(
      fc.property(noted, noted, foreign, fc.boolean(), (ana, ben, others, anaFirst) => {
        let there: Record<string, unknown> = others;
        const desks = {
          ana: { ...ana, unsent: annotationFields },
          ben: { ...ben, unsent: annotationFields },
        };
        const names: readonly ('ana' | 'ben')[] = anaFirst ? ['ana', 'ben'] : ['ben', 'ana'];
        // Each sees what is there, writes, and reads its own writing back; then both look once more.
        for (const name of names) {
          desks[name] = mergeIn(desks[name], readLatchkeyField(there)) as typeof ana & {
            unsent: AnnotationField[];
          };
          there = write(there, desks[name]).metadata;
          desks[name] = mergeIn(desks[name], readLatchkeyField(there)) as typeof ana & {
            unsent: AnnotationField[];
          };
        }
        const [one, other] = names.map((name) => mergeIn(desks[name], readLatchkeyField(there)));
        expect(one?.values).toEqual(other?.values);
        expect([one?.unsent, other?.unsent]).toEqual([[], []]);
      }),
    );
  });

  const at = (minute: number) => `2026-11-21T08:0${minute}:00.000Z`;
  const there = (patch: AnnotationPatch, minute: number) =>
    readLatchkeyField(write({}, setHere(nobody, patch, at(minute))).metadata);
  const arrived = (patch: AnnotationPatch, minute: number) => mergeIn(nobody, there(patch, minute));

  it('takes the newer of a field, and leaves the others', () => {
    const here = arrived({ owner: 'ana', purpose: 'upload' }, 3);
    expect(mergeIn(here, there({ owner: 'ben' }, 4)).values).toMatchObject({
      owner: 'ben',
      purpose: 'upload',
    });
    expect(mergeIn(here, there({ owner: 'ben' }, 4)).unsent).toEqual([]);
  });

  it('sends again what somebody’s older write replaced', () => {
    const here = arrived({ owner: 'ana' }, 3);
    const merged = mergeIn(here, there({ owner: 'ben' }, 2));
    expect(merged.values.owner).toBe('ana');
    expect(merged.unsent).toEqual(['owner']);
  });

  it('gives way to what others set later, only when sharing begins', () => {
    const here = setHere(nobody, { owner: 'ana', purpose: 'upload' }, at(3));
    const later = there({ owner: 'ben' }, 4);
    expect(mergeIn(here, later).values.owner).toBe('ana');
    expect(giveWay(here, later)).toMatchObject({
      values: { owner: 'ben', purpose: 'upload' },
      unsent: ['purpose'],
    });
    expect(giveWay(here, there({ owner: 'ben' }, 2)).values.owner).toBe('ana');
  });

  it('is not held up for ever by a clock that runs ahead', () => {
    const ahead = write({}, setHere(nobody, { owner: 'ben' }, '2099-01-01T00:00:00.000Z')).metadata;
    const here = setHere(mergeIn(nobody, readLatchkeyField(ahead)), { owner: 'ana' }, at(3));
    const after = readLatchkeyField(write(ahead, here).metadata);
    expect(mergeIn(arrived({ owner: 'ben' }, 1), after).values.owner).toBe('ana');
    const ben = mergeIn(nobody, readLatchkeyField(ahead));
    expect(mergeIn(ben, after).values.owner).toBe('ana');
  });

  it('reads what somebody typed into the field by hand', () => {
    const field = readLatchkeyField({ latchkey: { environment: 'ci', owner: ' platform ', consumers: 'x' } });
    expect(field).toMatchObject({ kind: 'read', values: { environment: 'ci', owner: 'platform' } });
    expect(mergeIn(nobody, field).values).toEqual({ ...noAnnotations, environment: 'ci', owner: 'platform' });
  });
});

const nobody: Noted = { values: noAnnotations, at: {}, unsent: [] };
