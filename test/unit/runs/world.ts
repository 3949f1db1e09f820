/**
 * A run in a small world: a platform with two keys at most, an inventory that knows what it was told, and a store that lasts. The
 * driver is the real one; what it sends meets the fate that a test chose, and killing it loses all that was not stored.
 */
import type { KeyDetail } from '#shared/domain/key.ts';
import type { RunReason, RunStep } from '#shared/domain/run-step.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import { PlatformError } from '../../../src/main/platforms/platform-error.ts';
import { type Change, createDriver, type Driver } from '../../../src/main/runs/driver.ts';
import { beginFacts, currentStep } from '../../../src/main/runs/facts.ts';
import type { ReadKey, RunNeeds } from '../../../src/main/runs/needs.ts';
import { cancel, carryOn, compromise, newTwin, tick, undo } from '../../../src/main/runs/person.ts';
import type { RunRecord, RunSeen } from '../../../src/main/store/api/runs.ts';
import { AppError } from '../../../src/main/system/app-error.ts';
import { remoteKey } from '../../support/store.ts';

export const fates = [
  'answered',
  /** Before anything left. */
  'offline',
  'refused',
  'no plan',
  'carried out, answer lost',
  'not carried out, answer lost',
  'killed before its intent',
  'killed before it was sent',
  'killed once carried out',
  'killed once in the inventory',
] as const;
export type Fate = (typeof fates)[number];

export type Setting = { reason: RunReason; canDisable: boolean; reportsUse: boolean; consumers: string[] };

type Remote = { name: string; disabled: boolean; usedAt: number | null };
type Known = Remote & { vanished: boolean };
type Intent = { operation: string; keyId: string | null; outcome: 'open' | 'done' | 'failed' };

class Killed extends Error {}

const hour = 3_600_000;

export function createWorld({ reason, canDisable, reportsUse, consumers }: Setting) {
  let now = Date.parse('2026-11-21T08:00:00Z');
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const iso = () => new Date(now).toISOString();
  const platform = new Map<string, Remote>([['old', { name: 'line-7', disabled: false, usedAt: null }]]);
  const inventory = new Map<string, Known>([
    ['old', { name: 'line-7', disabled: false, usedAt: null, vanished: false }],
  ]);
  const intents = new Map<string, Intent>();
  const ghosts = new Map<string, 'held' | 'lost'>();
  const twins: string[] = [];
  let bin: { due: number } | null = null;
  let listedAt = now;
  let fate: Fate = 'answered';
  let isDead = false;
  let stored: string;
  let letGo = new Map<string, () => void>();
  /** Broken rules, in words. */
  const faults: string[] = [];

  const run = (): RunRecord => JSON.parse(stored) as RunRecord;

  function seenKey(keyId: string | null | undefined): RunSeen['old'] {
    const key = keyId ? inventory.get(keyId) : undefined;
    const lastUsed = !reportsUse
      ? ({ kind: 'not-reported' } as const)
      : key?.usedAt
        ? ({ kind: 'at', at: new Date(key.usedAt).toISOString() } as const)
        : ({ kind: 'never' } as const);
    if (!key || key.vanished) return { state: 'gone', kept: key !== undefined, lastUsed };
    return { state: key.disabled ? 'disabled' : 'alive', kept: true, lastUsed };
  }

  function seen(): RunSeen {
    const { facts } = run();
    const intent = facts.pending && intents.get(facts.pending.intentId);
    const made = facts.pending?.operation === 'create' && intent?.outcome === 'done' ? intent.keyId : null;
    const twinId = facts.twin?.keyId ?? made;
    const twin = twinId ? inventory.get(twinId) : undefined;
    const old = seenKey('old');
    return {
      platform: 'roboflow',
      baseUrl: 'https://api.example.test',
      listedAt,
      trouble: null,
      pending: facts.pending ? (intent?.outcome ?? 'missing') : 'none',
      old,
      oldUses: {
        lastUsed: old.lastUsed,
        createdAt: '2026-01-01T00:00:00Z',
        lookedAt: new Date(listedAt).toISOString(),
        uses: [],
      },
      oldIsChanging: false,
      twin:
        twinId && twin
          ? {
              keyId: twinId,
              remoteId: twinId,
              name: twin.name,
              prefix: '',
              ...seenKey(twinId),
              secret: ghosts.get(twinId) ?? 'let-go',
            }
          : null,
      namesake: null,
      quarantine: bin && { due: new Date(bin.due).toISOString(), hold: null },
    };
  }

  function learn(keyId: string): void {
    const remote = platform.get(keyId);
    if (remote) inventory.set(keyId, { ...remote, vanished: false });
  }

  function alive(): void {
    if (isDead) throw new Killed();
  }

  /** One write, with the fate that was chosen for it. `act` changes the platform, `keep` the inventory. */
  async function write(
    operation: string,
    intentId: string,
    act: () => string,
    keep: (keyId: string) => void,
  ): Promise<string> {
    const mine = fate;
    fate = 'answered';
    const die = (when: Fate) => {
      if (mine !== when) return;
      isDead = true;
      throw new Killed();
    };
    die('killed before its intent');
    intents.set(intentId, { operation, keyId: operation === 'create' ? null : 'known', outcome: 'open' });
    const intent = intents.get(intentId) as Intent;
    die('killed before it was sent');
    const refuse = (code: 'offline' | 'role' | 'plan') => {
      intent.outcome = 'failed';
      throw new PlatformError({ code, message: `${code}.` });
    };
    if (mine === 'offline') refuse('offline');
    if (mine === 'refused') refuse('role');
    if (mine === 'no plan') refuse(operation === 'disable' ? 'plan' : 'role');
    if (mine === 'not carried out, answer lost')
      throw new PlatformError({ code: 'timeout', message: 'Lost.' }, { mayHaveHappened: true });
    const keyId = act();
    if (operation === 'create') Object.assign(intent, { made: keyId });
    if (mine === 'carried out, answer lost')
      throw new PlatformError({ code: 'timeout', message: 'Lost.' }, { mayHaveHappened: true });
    die('killed once carried out');
    keep(keyId);
    die('killed once in the inventory');
    intent.outcome = 'done';
    if (operation === 'create') intent.keyId = keyId;
    return keyId;
  }

  const read: ReadKey = async (remoteId) => {
    const remote = platform.get(remoteId);
    if (!remote) throw new PlatformError({ code: 'not-found', message: 'Not there.' });
    return { ...remoteKey(remoteId), disabled: remote.disabled };
  };

  function drop(keyId: string): string {
    if (!platform.has(keyId)) throw new PlatformError({ code: 'not-found', message: 'Not there.' });
    const hasTwin = twins.some((id) => platform.get(id)?.disabled === false);
    if (keyId === 'old' && run().reason === 'planned' && !hasTwin)
      faults.push('the old key was deleted without a living twin');
    platform.delete(keyId);
    return keyId;
  }

  const store = {
    read: {
      run: async () => {
        alive();
        return { run: run(), seen: seen() };
      },
      callers: async () => [],
      keyPolicy: async () => null,
      keyNames: async () => [...inventory.values()].map(({ name }) => name),
      workspaces: async () => [{ id: 'workspace' }],
    },
    write: {
      saveRun: async (saved: RunRecord) => {
        alive();
        stored = JSON.stringify(saved);
      },
    },
  };
  const needs = {
    store,
    clock: { now: () => new Date(now) },
    newId,
    emit: () => undefined,
    keys: {
      async read(keyId: string) {
        if (!platform.has(keyId)) throw new PlatformError({ code: 'not-found', message: 'Not there.' });
        learn(keyId);
        return detail();
      },
      async mint(
        _workspace: unknown,
        wanted: { name: string },
        how: { intentId: string; onLetGo: () => void },
      ) {
        const keyId = await write(
          'create',
          how.intentId,
          () => {
            const id = newId();
            platform.set(id, { name: wanted.name, disabled: false, usedAt: null });
            if (twins.some((twin) => platform.has(twin))) faults.push('two twins live');
            twins.push(id);
            return id;
          },
          (id) => {
            learn(id);
            ghosts.set(id, 'held');
          },
        );
        letGo.set(keyId, () => {
          ghosts.delete(keyId);
          how.onLetGo();
        });
        return { keyId, handOverId: keyId, hiddenLength: 16 };
      },
      enable: (_keyId: string, intentId: string) => enable(intentId),
      async delete(
        keyId: string,
        how: { intentId: string; check: (key: RemoteKey, read: ReadKey) => Promise<void> },
      ) {
        await how.check(await read(keyId), read);
        await write(
          keyId === 'old' ? 'delete-old' : 'delete-twin',
          how.intentId,
          () => drop(keyId),
          (id) => {
            inventory.delete(id);
            ghosts.delete(id);
            if (id === 'old') bin = null;
          },
        );
      },
    },
    quarantine: {
      async put(_keyId: string, _plan: unknown, intentId: string) {
        const entered = { due: now + 14 * 24 * hour };
        if (inventory.get('old')?.disabled) {
          bin = entered;
          return;
        }
        await write(
          'disable',
          intentId,
          () => set('old', { disabled: true }),
          () => {
            learn('old');
            bin = entered;
          },
        );
      },
      async restore(_keyId: string, stays: boolean, intentId: string) {
        if (stays) bin = null;
        else await enable(intentId);
      },
    },
    look: async () => undefined,
    lookSoon: () => undefined,
    ahead: () => 0,
    describe: (error: unknown) => {
      if (error instanceof AppError || error instanceof PlatformError) return error.info;
      if (error instanceof Killed) return { code: 'internal', message: 'Killed.' };
      faults.push(`unexpected: ${String(error)}`);
      return { code: 'internal', message: 'Unexpected.' };
    },
    report: () => undefined,
  } as unknown as RunNeeds;

  function enable(intentId: string): Promise<string> {
    return write(
      'enable',
      intentId,
      () => set('old', { disabled: false }),
      () => {
        learn('old');
        bin = null;
      },
    );
  }

  function set(keyId: string, change: Partial<Remote>): string {
    const remote = platform.get(keyId);
    if (!remote) throw new PlatformError({ code: 'not-found', message: 'Not there.' });
    platform.set(keyId, { ...remote, ...change });
    return keyId;
  }

  const detail = () =>
    ({
      name: 'line-7',
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
      folderIds: [],
      metadata: {},
      environment: 'production',
      owner: null,
      consumers,
      purpose: null,
      notes: null,
      thisLogin: false,
      protected: false,
    }) as unknown as KeyDetail;

  const first: RunRecord = {
    id: 'run',
    workspaceId: 'workspace',
    togetherId: null,
    reason,
    old: { keyId: 'old', remoteId: 'old', name: 'line-7', prefix: '' },
    quietHours: 24,
    disabledDays: 14,
    state: 'waiting',
    step: null,
    since: iso(),
    startedAt: iso(),
    endedAt: null,
    facts: beginFacts({
      whyNotDisable: canDisable ? null : 'It cannot.',
      reason,
      consumers,
      template: {
        name: 'line-7',
        grant: { platform: 'roboflow', scopes: ['model:infer'] },
        folderIds: [],
        metadata: {},
        annotations: {},
      },
      twinName: 'line-7-2026-11-21',
      now: iso(),
    }),
  };
  stored = JSON.stringify({ ...first, step: currentStep(first) });
  let driver: Driver = createDriver(needs);

  /** What a call or an event does; a kill in it is followed by a new start, as in life. */
  async function attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Killed || error instanceof AppError)) throw error;
    }
    if (isDead) await restart();
  }

  async function restart(): Promise<void> {
    isDead = false;
    fate = 'answered';
    letGo = new Map();
    for (const [keyId, state] of ghosts) if (state === 'held') ghosts.set(keyId, 'lost');
    driver = createDriver(needs);
    await driver.advance('run', { act: false });
  }

  const change = (how: Change) => attempt(() => driver.advance('run', { act: true, change: how }));

  return {
    faults,
    run,
    platform,
    twins,
    order: (next: Fate) => {
      fate = next;
    },
    hours(count: number) {
      now += count * hour;
    },
    begin: () => attempt(() => driver.advance('run', { act: true })),
    restart,
    /** The workspace is read: what is open is settled, what is gone vanishes, then the run goes on. */
    async sync(): Promise<void> {
      now += 60_000;
      listedAt = now;
      for (const [keyId, known] of inventory)
        if (!platform.has(keyId)) inventory.set(keyId, { ...known, vanished: true });
      for (const keyId of platform.keys()) learn(keyId);
      for (const intent of intents.values()) {
        if (intent.outcome !== 'open') continue;
        const old = platform.get('old');
        const made = (intent as Intent & { made?: string }).made;
        const twin = run().facts.twin?.keyId ?? '';
        const happened = {
          create: made !== undefined && platform.has(made),
          disable: old?.disabled === true,
          enable: old !== undefined && !old.disabled,
          'delete-old': !old,
          'delete-twin': !platform.has(twin),
        }[intent.operation];
        intent.outcome = happened ? 'done' : 'failed';
        if (!happened) continue;
        if (intent.operation === 'create' && made) {
          intent.keyId = made;
          ghosts.set(made, 'lost');
        }
        if (intent.operation === 'disable') bin = { due: now + 14 * 24 * hour };
        if (intent.operation === 'enable') bin = null;
      }
      await attempt(() => driver.advance('run', { act: true }));
    },
    async handOver(): Promise<void> {
      for (const [keyId, end] of letGo) {
        if (ghosts.get(keyId) === 'held') end();
      }
      await attempt(() => driver.advance('run', { act: false }));
    },
    tick: (name: string, isDone: boolean) => change((each) => tick(each, name, isDone, iso())),
    carryOn: (step: RunStep) => change((each, at) => carryOn(each, step, at)),
    undo: (step: RunStep) => change((each, at) => undo(each, step, at)),
    cancel: () => change(cancel),
    compromise: () => change(compromise),
    newTwin: () => change(newTwin),
    use(keyId: string): void {
      const remote = platform.get(keyId);
      if (remote && !remote.disabled) set(keyId, { usedAt: now });
    },
    elsewhere(keyId: string, what: 'delete' | 'disable' | 'enable'): void {
      if (!platform.has(keyId)) return;
      if (what === 'delete') platform.delete(keyId);
      else set(keyId, { disabled: what === 'disable' });
    },
  };
}

export type World = ReturnType<typeof createWorld>;
