/** Reading workspaces anew, several at a time; one that fails never holds up or harms the others. */
import PQueue from 'p-queue';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { SyncStatus } from '#shared/ipc/sync.ts';
import type { RemoteKey, SignedIn } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import { type Sessions, stateAfter } from '../platforms/sessions.ts';
import type { OpenIntent } from '../store/api.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';
import { loginKeysAmong } from './login-keys.ts';

/** Workspaces read at the same time. With 50 ms a request, 8 take a seventh of the time of 1, and few platforms mind. */
const concurrency = 8;

/**
 * Settles a workspace's open intents by a list that was asked for after they were written. Comes from the keys feature.
 */
type SettleIntents = (
  workspaceId: string,
  intents: readonly OpenIntent[],
  keys: readonly RemoteKey[],
) => Promise<void>;

export type SyncService = {
  status(): SyncStatus;
  /** Reads the named workspaces, or all; workspaces already being read are not read twice. Never throws for a workspace. */
  run(workspaceIds: readonly string[] | null): Promise<SyncStatus>;
  /** Breaks off what is being read and waits for it; what was read whole is kept. Later runs read nothing. */
  stop(): Promise<void>;
  /** When the last run over all workspaces ended; null before the first. */
  lastFullRun(): Date | null;
};

type Needs = {
  store: Store;
  sessions: Sessions;
  clock: Clock;
  emit: Emit;
  settle: SettleIntents;
  /** An error that is nobody's fault but ours: logged, and shown as such. */
  onUnexpected: (error: unknown) => ErrorInfo;
  writes: WritesUnderWay;
};

export function createSyncService({
  store,
  sessions,
  clock,
  emit,
  settle,
  onUnexpected,
  writes,
}: Needs): SyncService {
  const queue = new PQueue({ concurrency });
  const stopping = new AbortController();
  const reading = new Map<string, Promise<void>>();
  let [done, total] = [0, 0];
  let lastFull: Date | null = null;

  const status = (): SyncStatus => ({ running: reading.size > 0, done, total });

  return {
    status,
    lastFullRun: () => lastFull,
    async stop() {
      stopping.abort();
      await queue.onIdle();
    },
    async run(workspaceIds) {
      if (stopping.signal.aborted) return status();
      const all = await store.read.workspaces();
      const wanted = workspaceIds === null ? all : all.filter((each) => workspaceIds.includes(each.id));
      await refreshWorkspaceLists(wanted);
      if (stopping.signal.aborted) return status();
      await Promise.all(wanted.map(read));
      if (workspaceIds === null) lastFull = clock.now();
      return status();
    },
  };

  /** One read per workspace at a time: whoever asks meanwhile waits for the same one. */
  function read(workspace: Workspace): Promise<void> {
    const running = reading.get(workspace.id);
    if (running) return running;
    if (reading.size === 0) [done, total] = [0, 0];
    total += 1;
    const promise = queue
      .add(() => readOne(workspace))
      .finally(() => {
        reading.delete(workspace.id);
        done += 1;
        emit('sync.status', status());
      });
    reading.set(workspace.id, promise);
    emit('sync.status', status());
    return promise;
  }

  async function readOne(workspace: Workspace): Promise<void> {
    try {
      // Intents first: only a list that was asked for after an intent says anything about it.
      const open = await store.read.openIntents(workspace.id);
      const intents = open.filter(({ id }) => !writes.has(id));
      const writesBefore = writes.endedIn(workspace.id);
      const { keys, logins } = await sessions.use(workspace.connectionId, async (adapter, session) => {
        const listed = await adapter.listKeys(session, workspace.slug, stopping.signal);
        return { keys: listed, logins: loginKeysAmong(listed, session.credential) };
      });
      if (writes.endedIn(workspace.id) !== writesBefore) return readOne(workspace);
      const { changed } = await store.write.applySync(workspace.id, keys, logins, timestamp(clock));
      await settle(workspace.id, intents, keys);
      if (changed || intents.length > 0) emit('inventory.changed', { workspaceIds: [workspace.id] });
    } catch (error) {
      if (stopping.signal.aborted) return;
      const problem =
        error instanceof PlatformError || error instanceof AppError ? error.info : onUnexpected(error);
      await store.write.markWorkspaceProblem(workspace.id, stateAfter(error) ?? 'error', problem);
    }
    emit('workspaces.changed', {});
  }

  /** A token may reach more workspaces than last time, or play another role in them. Refusals show when the keys are read. */
  async function refreshWorkspaceLists(wanted: readonly Workspace[]): Promise<void> {
    const connectionIds = [...new Set(wanted.map((each) => each.connectionId))];
    await Promise.all(
      connectionIds.map((connectionId) =>
        queue.add(async () => {
          const signedIn = await sessions
            .use(connectionId, (adapter, session) => adapter.signIn(session, stopping.signal))
            .catch(ignored);
          if (!signedIn || stopping.signal.aborted) return;
          const { account, workspaces } = signedIn;
          await store.write.updateConnection(connectionId, { account, workspaces }, timestamp(clock));
        }),
      ),
    );
  }
}

function ignored(): SignedIn | null {
  return null;
}
