/** Reads one workspace whole, or asks a connection what it reaches. Whatever goes wrong is stored with whom it concerns. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import { type Sessions, stateAfter } from '../platforms/sessions.ts';
import type { OpenIntent } from '../store/api/intents.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';
import { loginKeysAmong } from './login-keys.ts';

/**
 * Settles a workspace's open intents by a list that was asked for after they were written. `ahead`: by how many
 * milliseconds the platform's clock is ahead of ours. Comes from the keys feature.
 */
type SettleIntents = (
  workspaceId: string,
  intents: readonly OpenIntent[],
  keys: readonly RemoteKey[],
  ahead: number,
) => Promise<void>;

export type ReaderNeeds = {
  store: Store;
  sessions: Sessions;
  clock: Clock;
  emit: Emit;
  settle: SettleIntents;
  /** By how many milliseconds the clock of a host is ahead of ours; 0 where that is not known. */
  ahead: (host: string) => number;
  /** An error that is nobody's fault but ours: logged, and shown as such. */
  onUnexpected: (error: unknown) => ErrorInfo;
  writes: WritesUnderWay;
  /** Reads a workspace once more, later: it was too busy to be read now. */
  readAgain: (workspaceId: string) => void;
  /** A workspace was read whole. Nobody waits for what follows from that. */
  afterRead?: (workspaceId: string) => void;
};

export type Reader = {
  /** Answers whether it came to an end, good or bad; false where it was stopped. Never throws. */
  read(workspace: Workspace, signal: AbortSignal): Promise<boolean>;
  /** For a workspace that was not asked, since its connection already had this answer. */
  fail(workspace: Workspace, error: unknown): Promise<void>;
  /**
   * A token may reach more workspaces than last time, or play another role in them. Answers the error where nobody can be
   * reached at all; any other refusal shows when the keys are read.
   */
  refresh(connectionId: string, signal: AbortSignal): Promise<unknown>;
};

/**
 * Lists that are asked for in one reading. While many keys are changed, each list is out of date when it comes, and asking
 * on would use up what the platform allows.
 */
const mostLists = 3;

export function createReader(needs: ReaderNeeds): Reader {
  const { store, sessions, clock, emit, settle, ahead, onUnexpected, writes } = needs;

  /** Answers false where writes kept overtaking the list: nothing was stored then. */
  async function take(workspace: Workspace, signal: AbortSignal, lists = 1): Promise<boolean> {
    // Intents first: only a list that was asked for after an intent says anything about it.
    const open = await store.read.openIntents(workspace.id);
    const intents = open.filter(({ id }) => !writes.has(id));
    const writesBefore = writes.endedIn(workspace.id);
    const askedAt = timestamp(clock);
    const { keys, logins } = await sessions.use(workspace.connectionId, async (adapter, session) => {
      const listed = await adapter.listKeys(session, workspace.slug, signal);
      return { keys: listed, logins: session.person ? [] : loginKeysAmong(listed, session.credential) };
    });
    if (writes.endedIn(workspace.id) !== writesBefore)
      return lists < mostLists && take(workspace, signal, lists + 1);
    const { changed } = await store.write.applySync(workspace.id, keys, logins, timestamp(clock), askedAt);
    await settle(workspace.id, intents, keys, ahead(new URL(workspace.baseUrl).host));
    if (changed || intents.length > 0) emit('inventory.changed', { workspaceIds: [workspace.id] });
    return true;
  }

  async function fail(workspace: Workspace, error: unknown): Promise<void> {
    const problem =
      error instanceof PlatformError || error instanceof AppError ? error.info : onUnexpected(error);
    await store.write.markWorkspaceProblem(workspace.id, stateAfter(error) ?? 'error', problem);
    emit('workspaces.changed', {});
  }

  return {
    fail,
    async read(workspace, signal) {
      try {
        if (!(await take(workspace, signal))) {
          writes.whenQuiet(workspace.id, () => needs.readAgain(workspace.id));
          return true;
        }
      } catch (error) {
        if (signal.aborted) return false;
        await fail(workspace, error);
        return true;
      }
      emit('workspaces.changed', {});
      needs.afterRead?.(workspace.id);
      return true;
    },
    async refresh(connectionId, signal) {
      try {
        const { account, workspaces } = await sessions.use(connectionId, (adapter, session) =>
          adapter.signIn(session, signal),
        );
        if (!signal.aborted)
          await store.write.updateConnection(connectionId, { account, workspaces }, timestamp(clock));
        return null;
      } catch (error) {
        return stateAfter(error) === 'offline' ? error : null;
      }
    },
  };
}
