/** Runs in a small world where everything goes wrong: whatever the order of events, nobody is left without a key. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runSteps } from '#shared/domain/run-step.ts';
import { currentStep, lastDone } from '../../../src/main/runs/facts.ts';
import { createWorld, type Fate, fates, type Setting, type World } from './world.ts';

type Act = { name: string; act: (world: World) => unknown };

const twinOf = ({ run }: World) => run().facts.twin?.keyId ?? '';
const now = ({ run }: World) => currentStep(run()) ?? 'proof';
const acts: readonly Act[] = [
  { name: 'sync', act: (world) => world.sync() },
  { name: 'hours', act: (world) => world.hours(13) },
  { name: 'hand over', act: (world) => world.handOver() },
  { name: 'tick', act: (world) => world.tick('a', true) },
  { name: 'tick b', act: (world) => world.tick('b', true) },
  { name: 'untick', act: (world) => world.tick('a', false) },
  { name: 'carry on', act: (world) => world.carryOn(now(world)) },
  { name: 'undo', act: (world) => world.undo(lastDone(world.run()) ?? 'twin') },
  { name: 'cancel', act: (world) => world.cancel() },
  { name: 'new twin', act: (world) => world.newTwin() },
  { name: 'compromised', act: (world) => world.compromise() },
  { name: 'restart', act: (world) => world.restart() },
  { name: 'use old', act: (world) => world.use('old') },
  { name: 'use twin', act: (world) => world.use(twinOf(world)) },
  { name: 'old deleted', act: (world) => world.elsewhere('old', 'delete') },
  { name: 'old disabled', act: (world) => world.elsewhere('old', 'disable') },
  { name: 'old enabled', act: (world) => world.elsewhere('old', 'enable') },
  { name: 'twin deleted', act: (world) => world.elsewhere(twinOf(world), 'delete') },
  { name: 'twin disabled', act: (world) => world.elsewhere(twinOf(world), 'disable') },
  ...runSteps.map((step): Act => ({ name: `carry on ${step}`, act: (world) => world.carryOn(step) })),
];
/** Those of a run that goes its way come more often than what breaks it. */
const likely = ['sync', 'hours', 'hand over', 'tick', 'tick b', 'carry on', 'undo', 'restart'];
const actArb = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...acts.filter(({ name }) => likely.includes(name))) },
  { weight: 1, arbitrary: fc.constantFrom(...acts) },
);
const fateArb = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>('answered') },
  { weight: 2, arbitrary: fc.constantFrom(...fates) },
);
const settingArb: fc.Arbitrary<Setting> = fc.record({
  reason: fc.constantFrom('planned', 'planned', 'compromised'),
  canDisable: fc.boolean(),
  reportsUse: fc.boolean(),
  consumers: fc.constantFrom<string[][]>([], ['a'], ['a', 'b']),
});
const storyArb = fc.array(
  fc
    .record({ fate: fateArb, act: actArb })
    .map(({ fate, act }) => ({ fate, ...act, toString: () => `${fate}: ${act.name}` })),
  { maxLength: 30 },
);

async function live(setting: Setting, story: readonly (Act & { fate: Fate })[]): Promise<World> {
  const world = createWorld(setting);
  world.order(story[0]?.fate ?? 'answered');
  await world.begin();
  for (const { fate, act } of story) {
    if (world.run().endedAt !== null) break;
    world.order(fate);
    await act(world);
    expect(world.faults).toEqual([]);
  }
  world.order('answered');
  await world.sync();
  expect(world.faults).toEqual([]);
  return world;
}

it('never has two twins, nor deletes a planned key without a living twin, and always goes on to its end', async () => {
  await fc.assert(
    fc.asyncProperty(settingArb, storyArb, async (setting, story) => {
      const world = await live(setting, story);
      for (let tries = 0; tries < 40 && world.run().endedAt === null; tries += 1) {
        const step = now(world);
        const twin = twinOf(world);
        if (twin) world.elsewhere(twin, 'enable');
        world.hours(15 * 24);
        await world.sync();
        if (step === 'hand-over') await world.handOver();
        await world.carryOn(now(world));
        await world.sync();
        expect(world.faults).toEqual([]);
      }
      const { state } = world.run();
      expect(state).toMatch(/^(done|cancelled)$/);
      if (state === 'done') {
        expect(world.platform.has('old')).toBe(false);
        expect(world.platform.has(twinOf(world))).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

it('can be taken back as a whole until the old key is gone, and then leaves no twin', async () => {
  await fc.assert(
    fc.asyncProperty(settingArb, storyArb, async (setting, story) => {
      const world = await live(setting, story);
      if (world.run().endedAt !== null) return;
      const isFinal = !world.platform.has('old');
      const wasDisabledElsewhere = world.run().facts.steps.disable.by === 'elsewhere';
      const { disable } = world.run().facts.steps;
      await world.cancel();
      await world.sync();
      await world.sync();
      expect(world.faults).toEqual([]);
      if (isFinal) return;
      expect(world.run().state).toBe('cancelled');
      expect([...world.platform.keys()]).toEqual(['old']);
      if (disable.state === 'done' && !wasDisabledElsewhere)
        expect(world.platform.get('old')?.disabled).toBe(false);
    }),
    { numRuns: 400 },
  );
});

it('goes back step by step to where it began', async () => {
  await fc.assert(
    fc.asyncProperty(settingArb, storyArb, async (setting, story) => {
      const world = await live(setting, story);
      const isFinal = world.run().facts.steps.delete.state !== 'ahead' || !world.platform.has('old');
      if (world.run().endedAt !== null || isFinal) return;
      for (let tries = 0; tries < 20 && lastDone(world.run()) !== null; tries += 1) {
        const step = lastDone(world.run()) ?? expect.unreachable();
        await world.undo(step);
        await world.sync();
        expect(world.faults).toEqual([]);
        if (world.run().endedAt !== null) break;
        expect(world.run().facts.steps[step].state).toBe('ahead');
      }
      const isEnded = world.run().endedAt !== null;
      expect(isEnded ? world.run().state : lastDone(world.run())).toBe(isEnded ? 'cancelled' : null);
    }),
    { numRuns: 300 },
  );
});

it('tells nothing new by being looked at twice', async () => {
  await fc.assert(
    fc.asyncProperty(settingArb, storyArb, async (setting, story) => {
      const world = await live(setting, story);
      await world.restart();
      const before = world.run();
      await world.restart();
      expect(world.run()).toEqual(before);
    }),
    { numRuns: 100 },
  );
});
