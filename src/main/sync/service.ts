/** Reading workspaces anew, several at a time; one that fails or hangs never holds up or harms the others. */
import type { Workspace } from '#shared/ipc/connections.ts';
import type { SyncStatus } from '#shared/ipc/sync.ts';
import { createLanes } from './lanes.ts';
import { createReader, type ReaderNeeds } from './reader.ts';

export type SyncService = {
  status(): SyncStatus;
  /** Reads the named workspaces, or all; workspaces already being read are not read twice. Never throws for a workspace. */
  run(workspaceIds: readonly string[] | null): Promise<SyncStatus>;
  /** Breaks off what is being read, requests under way included, and waits for it; what was read whole is kept. */
  stop(): Promise<SyncStatus>;
  /** Stops for good: later runs read nothing. */
  close(): Promise<void>;
  /** When the last run over all workspaces ended or was stopped; null before the first. */
  lastFullRun(): Date | null;
};

/** From the first workspace that is read to the last, whoever asked for them. */
type Batch = { stop: AbortController; signal: AbortSignal; done: number; total: number };
/** Connections that one run has asked what they reach; the error where nobody answered. */
type Asked = Map<string, Promise<unknown>>;

export function createSyncService(needs: ReaderNeeds): SyncService {
  const { store, clock, emit } = needs;
  const lanes = createLanes();
  const reader = createReader(needs);
  const closing = new AbortController();
  const reading = new Map<string, Promise<void>>();
  let batch = newBatch();
  let lastFull: Date | null = null;

  function newBatch(): Batch {
    const stop = new AbortController();
    return { stop, signal: AbortSignal.any([closing.signal, stop.signal]), done: 0, total: 0 };
  }

  function status(): SyncStatus {
    const { stop, done, total } = batch;
    return { running: reading.size > 0, stopped: stop.signal.aborted && done < total, done, total };
  }

  async function broken(controller: AbortController): Promise<void> {
    controller.abort();
    emit('sync.status', status());
    await Promise.allSettled(reading.values());
  }

  return {
    status,
    lastFullRun: () => lastFull,
    async stop() {
      if (reading.size === 0) return status();
      await broken(batch.stop);
      // Whoever stops it does not want it to begin again at the next glance.
      lastFull = clock.now();
      return status();
    },
    close: () => broken(closing),
    async run(workspaceIds) {
      // What is being stopped takes nothing more in.
      while (batch.signal.aborted && reading.size > 0) await Promise.allSettled(reading.values());
      if (closing.signal.aborted) return status();
      const all = await store.read.workspaces();
      const wanted = workspaceIds === null ? all : all.filter(({ id }) => workspaceIds.includes(id));
      await readAll(wanted);
      if (workspaceIds === null && !batch.signal.aborted) {
        const known = new Set(all.map(({ id }) => id));
        // A connection may have said that it reaches more by now.
        await readAll((await store.read.workspaces()).filter(({ id }) => !known.has(id)));
        lastFull = clock.now();
      }
      return status();
    },
  };

  async function readAll(workspaces: readonly Workspace[]): Promise<void> {
    const asked: Asked = new Map();
    await Promise.all(workspaces.map((workspace) => read(workspace, asked)));
  }

  /**
   * One read per workspace at a time: whoever asks meanwhile waits for the same one. What its connection reaches is asked
   * again all the same, since that may have changed after the read began.
   */
  async function read(workspace: Workspace, asked: Asked): Promise<void> {
    const running = reading.get(workspace.id);
    if (running) {
      await Promise.all([running, ask(workspace, asked, batch.signal)]);
      return;
    }
    if (reading.size === 0) batch = newBatch();
    const mine = batch;
    mine.total += 1;
    const promise = count(workspace, asked, mine);
    reading.set(workspace.id, promise);
    emit('sync.status', status());
    await promise;
  }

  async function count(workspace: Workspace, asked: Asked, mine: Batch): Promise<void> {
    let ended = true;
    try {
      ended = await readThrough(workspace, asked, mine.signal);
    } finally {
      reading.delete(workspace.id);
      if (ended) mine.done += 1;
      emit('sync.status', status());
    }
  }

  /** Asks a connection what it reaches, once in a run. */
  function ask({ connectionId, baseUrl }: Workspace, asked: Asked, signal: AbortSignal): Promise<unknown> {
    const before = asked.get(connectionId);
    if (before) return before;
    const work = async () => (signal.aborted ? null : reader.refresh(connectionId, signal));
    const answered = lanes.through(new URL(baseUrl).host, work);
    asked.set(connectionId, answered);
    return answered;
  }

  /** A host that cannot be reached is found out by one request, not by one for each of its workspaces. */
  async function readThrough(workspace: Workspace, asked: Asked, signal: AbortSignal): Promise<boolean> {
    const unreachable = await ask(workspace, asked, signal);
    if (signal.aborted) return false;
    if (unreachable === null) {
      const { host } = new URL(workspace.baseUrl);
      return lanes.through(host, async () => !signal.aborted && reader.read(workspace, signal));
    }
    await reader.fail(workspace, unreachable);
    return true;
  }
}
