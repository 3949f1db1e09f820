import { describe, expect, it } from 'vitest';
import type { StartState } from '#shared/ipc/start.ts';
import { createStarter, type StarterNeeds, type StoreWatch } from '../../../src/main/start/starter.ts';
import { StoreError, type StoreErrorKind } from '../../../src/main/store/store-error.ts';

const fault = (kind: StoreErrorKind) => new StoreError({ kind, message: `It is ${kind}.` });

/** A starter whose openings go as `outcomes` say, one after the other: a fault, or what then runs. */
function setUp(...outcomes: (Error | string)[]) {
  const happened: string[] = [];
  const shown: StartState[] = [];
  let watch: StoreWatch | undefined;
  const needs: StarterNeeds<string> = {
    file: '/profile/latchkey.db',
    async open(alwaysCheck, heard) {
      watch = heard;
      const outcome = outcomes.shift();
      happened.push(alwaysCheck ? 'open, checked' : 'open');
      if (typeof outcome !== 'string') throw outcome;
      return outcome;
    },
    close: async (running) => void happened.push(`close ${running}`),
    repair: async () => {
      happened.push('repair');
      return {
        movedTo: '/profile/aside.db',
        salvaged: [
          { table: 'grants', count: 9, whole: true },
          { table: 'intents', count: 0, whole: true },
          { table: 'key_locals', count: 0, whole: false },
          { table: 'saved_searches', count: 3, whole: false },
          { table: 'connections', count: 2, whole: true },
        ],
      };
    },
    onUp: (running) => void happened.push(`up ${running}`),
    emit: (_name, payload) => void shown.push(payload as StartState),
    describe: () => ({ code: 'internal', message: 'Something else.' }),
    report: () => undefined,
  };
  const starter = createStarter(needs);
  return { starter, happened, shown, watch: () => watch };
}

/** Joins the opening that is under way. */
const settled = (starter: { tryAgain(): Promise<StartState> }) => starter.tryAgain();

describe('a start', () => {
  it('that works hands out what runs', async () => {
    const { starter, happened } = setUp('desk');
    expect(starter.state()).toEqual({ phase: 'starting' });
    expect(await starter.running()).toBe('desk');
    expect(starter.current()).toBe('desk');
    expect(starter.state()).toEqual({ phase: 'ready', repair: null, trouble: null });
    expect(happened).toEqual(['open', 'up desk']);
  });

  it('that fails says why, and works once the reason is gone; who waited is answered then', async () => {
    const { starter, shown } = setUp(fault('foreign'), 'desk');
    const waiting = starter.running();
    expect(await settled(starter)).toMatchObject({ phase: 'problem', problem: { kind: 'foreign' } });
    expect(await starter.tryAgain()).toMatchObject({ phase: 'ready' });
    expect(await waiting).toBe('desk');
    expect(shown.map(({ phase }) => phase)).toEqual(['problem', 'ready']);
  });

  it.each(['unwritable', 'full', 'read-only', 'busy', 'corrupt', 'newer', 'foreign'] as const)(
    'with a file that is %s says that nothing was deleted and where the file is',
    async (kind) => {
      const state = await settled(setUp(fault(kind)).starter);
      if (state.phase !== 'problem') throw new Error('It started.');
      expect(state.problem).toMatchObject({ kind, file: '/profile/latchkey.db' });
      expect(state.problem.meaning).toContain('Nothing was deleted');
    },
  );

  it('that fails for another reason says that one', async () => {
    const state = await settled(setUp(new Error('no idea')).starter);
    expect(state).toMatchObject({ problem: { kind: 'other', happened: 'Something else.' } });
  });
});

describe('a repair', () => {
  it('reports what was kept, until it was read', async () => {
    const { starter, happened } = setUp(fault('corrupt'), 'desk');
    await settled(starter);
    expect(await starter.moveAside()).toEqual({
      phase: 'ready',
      trouble: null,
      repair: {
        movedTo: '/profile/aside.db',
        kept: [
          { what: 'Connections', count: 2, share: 'all' },
          { what: 'What you set on keys', count: 0, share: 'none' },
          { what: 'Saved searches', count: 3, share: 'some' },
        ],
      },
    });
    expect(happened).toEqual(['open', 'repair', 'open', 'up desk']);
    expect(starter.repairRead()).toEqual({ phase: 'ready', repair: null, trouble: null });
  });

  it.each(['newer', 'foreign', 'unwritable', 'full', 'read-only', 'busy'] as const)(
    'is refused to a file that is %s',
    async (kind) => {
      const { starter, happened } = setUp(fault(kind));
      await settled(starter);
      expect(await starter.moveAside()).toMatchObject({ problem: { kind } });
      expect(happened).not.toContain('repair');
    },
  );
});

describe('a store that runs', () => {
  it('is in trouble until a change is stored again', async () => {
    const { starter, watch, shown } = setUp('desk');
    await starter.running();
    watch()?.onRefused(fault('full'));
    watch()?.onRefused(fault('full'));
    expect(starter.state()).toMatchObject({ phase: 'ready', trouble: { kind: 'full' } });
    watch()?.onStored();
    expect(starter.state()).toMatchObject({ trouble: null });
    expect(shown).toHaveLength(3);
  });

  it('that is damaged stays so until it was closed and checked', async () => {
    const { starter, watch, happened } = setUp('desk', fault('corrupt'));
    await settled(starter);
    watch()?.onRefused(fault('corrupt'));
    watch()?.onStored();
    expect(starter.state()).toMatchObject({ trouble: { kind: 'corrupt' } });
    expect(await starter.tryAgain()).toMatchObject({ phase: 'problem', problem: { kind: 'corrupt' } });
    expect(starter.current()).toBeNull();
    expect(happened).toEqual(['open', 'up desk', 'close desk', 'open, checked']);
  });

  it('is in no trouble for a rule that was broken or a thread that was lost', async () => {
    const { starter, watch } = setUp('desk');
    await starter.running();
    watch()?.onRefused(fault('failed'));
    watch()?.onRefused(fault('worker-lost'));
    expect(starter.state()).toMatchObject({ trouble: null });
  });
});
