/** Figures over the inventory. */
import type { Summary } from '#shared/ipc/summary.ts';

export type SummaryReads = {
  /** The figures over one workspace, or all of them for null. */
  summary(workspaceId: string | null): Summary;
};
