/** What folders are called. Keys name them by id only, and their names need a scope of their own. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { Folder } from '#shared/ipc/folders.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import type { Sessions } from '../platforms/sessions.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';

export type FolderService = {
  /** Asks the platform. Never throws for what it says. */
  list(workspaceId: string): Promise<{ folders: Folder[]; problem: ErrorInfo | null }>;
  /** After a workspace was read: asks only where a key names a folder whose name is not known, and not too often. */
  lookUp(workspaceId: string): Promise<void>;
};

type Needs = { store: Store; sessions: Sessions; clock: Clock; emit: Emit };

/** A login that may not read folders is not asked again at every sync. In milliseconds. */
const betweenTries = 24 * 3_600_000;

export function createFolderService({ store, sessions, clock, emit }: Needs): FolderService {
  async function ask({ id, connectionId, slug }: Workspace): Promise<void> {
    const now = timestamp(clock);
    try {
      const folders = await sessions.use(connectionId, async (adapter, session) =>
        adapter.listFolders ? adapter.listFolders(session, slug) : [],
      );
      await store.write.keepFolders(id, { folders }, now);
    } catch (error) {
      if (!(error instanceof PlatformError || error instanceof AppError)) throw error;
      await store.write.keepFolders(id, { problem: error.info }, now);
    }
  }

  async function withFolders(workspaceId: string): Promise<Workspace | null> {
    const workspace = (await store.read.workspaces()).find(({ id }) => id === workspaceId);
    return workspace && platforms[workspace.platform].capabilities.folders === true ? workspace : null;
  }

  return {
    async list(workspaceId) {
      const workspace = await withFolders(workspaceId);
      if (workspace) await ask(workspace);
      const { folders, problem } = await store.read.knownFolders(workspaceId);
      return { folders, problem };
    },
    async lookUp(workspaceId) {
      const { folders, at } = await store.read.knownFolders(workspaceId);
      if (folders.every(({ name }) => name !== null)) return;
      if (at !== null && clock.now().getTime() - Date.parse(at) < betweenTries) return;
      const workspace = await withFolders(workspaceId);
      if (!workspace) return;
      await ask(workspace);
      emit('inventory.changed', { workspaceIds: [workspaceId] });
    },
  };
}
