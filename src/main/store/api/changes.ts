/** What others did to keys, and how far a person has seen it. */
import type { KeyChange } from '#shared/domain/change.ts';
import type { ChangeMark, ChangesOverview, ChangeView } from '#shared/ipc/changes.ts';

export type ChangeReads = {
  changesOverview(view: ChangeView): ChangesOverview;
  /** `upTo`: the newest change that counts; `offset` counts from the first of the first workspace. */
  changeRows(view: ChangeView, upTo: number, offset: number, limit: number): KeyChange[];
  /** How many changes by others were never on the list. */
  unseenChanges(): number;
};

export type ChangeMarkWrites = {
  /** The list was on screen up to this change, of one workspace or (null) of all. Answers whether it got further than before. */
  showChanges(workspaceId: string | null, upTo: number, now: string): boolean;
  /** What was shown counts as seen where that was before this time. Answers whether any was. */
  endVisits(before: string): boolean;
  /** Answers where it stood before. */
  markChangesSeen(workspaceId: string | null, upTo: number, now: string): ChangeMark[];
  restoreChangeMarks(marks: readonly ChangeMark[]): void;
};
