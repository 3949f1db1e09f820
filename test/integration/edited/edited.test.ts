/**
 * From what a platform sends over HTTP, through the adapter and the editor, to what is sent back: nothing for nothing, and
 * for any way through the editor exactly what it meant.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { platformIdSchema } from '#shared/domain/platform.ts';
import { grantOf, openEditor } from '../../../src/renderer/features/scope-editor/editor-state.ts';
import { adapters } from '../../support/fault-server.ts';
import { type Mirror, openMirror } from './mirror.ts';
import { meaningOf, steps } from './walks.ts';
import { grantFields, wires } from './wires.ts';

const platforms = adapters();

describe.each(platformIdSchema.options)('%s', (platform) => {
  const adapter = platforms[platform];
  const key = fc.tuple(
    wires[platform],
    // Only Roboflow wraps a key, and not always.
    fc.record({
      tidies: fc.boolean(),
      wrapped: platform === 'roboflow' ? fc.boolean() : fc.constant(false),
    }),
  );

  const read = async ({ session }: Mirror) => (await adapter.getKey(session, 'acme', 'k_1')).grant;

  /** As the dialog does: without a change there is nothing to save. */
  async function save({ session }: Mirror, before: Grant, after: Grant): Promise<void> {
    expect(diffGrants(before, after).changed).toBe(!sameGrant(before, after));
    if (diffGrants(before, after).changed) await adapter.updateKey(session, 'acme', 'k_1', { grant: after });
  }

  it('opened and saved without a change, any key there can be is left alone', async () => {
    const mirror = await openMirror();
    await fc.assert(
      fc.asyncProperty(key, async ([wire, manner]) => {
        mirror.hold(wire, manner);
        const before = await read(mirror);
        await save(mirror, before, grantOf(openEditor(before)));
        expect(mirror.sent).toEqual([]);
        expect(mirror.held()).toEqual(wire);
      }),
      { numRuns: 300 },
    );
  });

  it('any way through the editor sends what it means, once, and nothing else', async () => {
    const mirror = await openMirror();
    const way = fc.array(steps[platform], { maxLength: 12 });
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(key, way, async ([wire, manner], walk) => {
        mirror.hold(wire, manner);
        const before = await read(mirror);
        const start = { state: openEditor(before), meaning: meaningOf(before) };
        const { state, meaning } = walk.reduce((at, step) => step(at), start);
        const after = grantOf(state);
        // Of full access, what was ticked before it does not count.
        const meant = meaning.everything ? { ...meaning, scopes: new Set() } : meaning;
        expect(meaningOf(after)).toEqual(meant);

        await save(mirror, before, after);
        const [sent, ...more] = mirror.sent;
        expect(more).toEqual([]);
        if (!sent) {
          expect(mirror.held()).toEqual(wire);
          expect(meaningOf(before)).toEqual(meant);
          return;
        }
        changes += 1;
        expect(meaningOf(before)).not.toEqual(meant);
        // Any other field would overwrite what somebody else may have set there meanwhile.
        expect(Object.keys(sent).toSorted()).toEqual(grantFields[platform]);
        const rest = Object.entries(mirror.held()).filter(
          ([field]) => !grantFields[platform].includes(field),
        );
        expect(Object.fromEntries(rest)).toEqual(
          Object.fromEntries(
            Object.entries(wire).filter(([field]) => !grantFields[platform].includes(field)),
          ),
        );

        // And it is so from then on: read anew it means the same, and there is nothing left to save.
        const again = await read(mirror);
        expect(meaningOf(again)).toEqual(meant);
        if (!manner.tidies) expect(again).toEqual(after);
        await save(mirror, again, grantOf(openEditor(again)));
        expect(mirror.sent).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
    expect(changes).toBeGreaterThan(100);
  });
});
