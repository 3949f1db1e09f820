/** Keys with what decides when they are due: all that the rules of days need, and the names to say it by. */
import type { KeyRow } from '#shared/domain/key.ts';

export type DueEntry = Pick<
  KeyRow,
  'id' | 'workspaceId' | 'name' | 'environment' | 'status' | 'createdAt' | 'rotation'
> & {
  workspaceName: string;
  /** The first key of the line that this one continues; its own id where it took the place of none. */
  lineId: string;
};

export type DueEntryReads = {
  /**
   * Keys that have a due day or would have one if they did not rest, of these workspaces or (null) all; by id. Those in a
   * rotation run are not among them.
   */
  dueEntries(workspaceIds: readonly string[] | null): DueEntry[];
};
