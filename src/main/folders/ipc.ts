import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { FolderService } from './service.ts';

export function folderHandlers(folders: FolderService): Handlers<CallsOf<'folders'>> {
  return { 'folders.list': ({ workspaceId }) => folders.list(workspaceId) };
}
