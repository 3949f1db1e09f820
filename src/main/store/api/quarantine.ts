/** Keys in quarantine, and the news about those that left it. */
import type { Grant } from '#shared/domain/grant.ts';
import type { Quarantine, QuarantineHold } from '#shared/domain/quarantine.ts';
import type { QuarantineNews, QuarantineRow } from '#shared/ipc/quarantine.ts';

/** A key as it was when it went into quarantine. */
export type QuarantineBaseline = {
  name: string;
  grant: Grant;
  folderIds: string[];
  /** Null where it was never seen in use. */
  lastUsedAt: string | null;
};

/** A key in quarantine whose day has come. */
export type DueKey = {
  keyId: string;
  workspaceId: string;
  since: string;
  due: string;
  baseline: QuarantineBaseline;
};

/** For the key's activity, where no write to its platform says the same. */
export type QuarantineNote = { id: string; at: string; detail: string };

export type QuarantineReads = {
  /** Keys in quarantine: those that wait for a decision first, then by day. */
  quarantineRows(
    workspaceId: string | null,
    offset: number,
    limit: number,
  ): { total: number; rows: QuarantineRow[] };
  /** Due by `now`, not waiting for a decision, and not tried after `triedBefore`; the longest due first. */
  quarantineDue(now: string, triedBefore: string): DueKey[];
  quarantineNews(): QuarantineNews;
};

export type QuarantineWrites = {
  /** Puts a key into quarantine as it is now in the inventory, or sets its date and what it is compared with anew. */
  enterQuarantine(keyId: string, term: Omit<Quarantine, 'hold'>, note?: QuarantineNote): void;
  leaveQuarantine(keyId: string, note?: QuarantineNote): void;
  /** Says why a due key stays. One that waits for a decision is told of. */
  holdQuarantine(keyId: string, hold: QuarantineHold, now: string): void;
  /** Clears the entries whose key or workspace is gone, each with a word about why. Answers how many. */
  sweepQuarantine(now: string, openSince: string): number;
  /** `upTo`: the number of the latest piece of news that was shown. */
  markQuarantineNewsSeen(upTo: number): void;
};
