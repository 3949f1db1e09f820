/** All that the store can do, over one database. The worker serves it; tests call it directly. */
import { annotationReads, annotationWrites } from './annotations.ts';
import type { Reads, Writes } from './api.ts';
import { boardReads } from './board.ts';
import { bulkReads } from './bulk.ts';
import { bulkWrites } from './bulk-writes.ts';
import { callerReads } from './callers.ts';
import { changeReads } from './change-list.ts';
import { changeMarkWrites } from './change-marks.ts';
import { connectionReads, connectionWrites } from './connections.ts';
import { dueEntryReads } from './due-entries.ts';
import { fingerprintReads, fingerprintWrites } from './fingerprints.ts';
import { folderReads, folderWrites } from './folders.ts';
import { ghostReads, ghostWrites } from './ghost-keys.ts';
import { refreshGrants } from './grants.ts';
import { incidentReads, incidentWrites } from './incidents.ts';
import { intentReads, intentWrites } from './intents.ts';
import { inventoryReads } from './inventory.ts';
import { completeIndex } from './key-index.ts';
import { keyPolicyWrites } from './key-policies.ts';
import { keyReads } from './keys.ts';
import { lastKeyReads } from './last-key.ts';
import { lensReads } from './lens.ts';
import { lineageReads, lineageWrites } from './lineage.ts';
import { observationReads } from './observations.ts';
import { policyReads, policyWrites } from './policies.ts';
import { keyPolicyReads } from './policy-of-key.ts';
import { prune } from './prune.ts';
import { quarantineReads, quarantineWrites } from './quarantine.ts';
import { reminderReads, reminderWrites } from './reminders.ts';
import { removedReads, removedWrites } from './removed.ts';
import { runWrites } from './run-writes.ts';
import { runReads } from './runs.ts';
import { savedSearchReads, savedSearchWrites } from './saved-searches.ts';
import { selectionReads } from './selection.ts';
import { settingReads, settingWrites } from './settings.ts';
import type { Sql } from './sql.ts';
import { summaryReads } from './summary.ts';
import { syncWrites } from './sync.ts';
import { workspaceReads, workspaceWrites } from './workspaces.ts';

export type Operations = Reads & Writes;

/**
 * `newId` makes the ids of workspaces and keys; they must never repeat. `now` is the time in milliseconds since 1970:
 * only what a search finds today depends on it, what is stored brings its own times.
 */
export function createOperations(sql: Sql, newId: () => string, now: () => number): Operations {
  sql.atomically(() => {
    refreshGrants(sql);
    completeIndex(sql, now());
  });
  pruneIfItCan(sql, now());
  const ofKeys = keyPolicyWrites(sql, newId, now);
  return {
    ...connectionReads(sql),
    ...connectionWrites(sql, newId),
    ...removedReads(sql),
    ...removedWrites(sql),
    ...workspaceReads(sql),
    ...workspaceWrites(sql),
    ...inventoryReads(sql, now),
    ...lensReads(sql, now),
    ...boardReads(sql, now),
    ...summaryReads(sql, now),
    ...savedSearchReads(sql, now),
    ...dueEntryReads(sql),
    ...savedSearchWrites(sql),
    ...bulkReads(sql),
    ...bulkWrites(sql, now),
    ...keyReads(sql),
    ...lastKeyReads(sql),
    ...callerReads(sql),
    ...annotationReads(sql),
    ...annotationWrites(sql, newId),
    ...syncWrites(sql, newId),
    ...intentReads(sql),
    ...intentWrites(sql),
    ...ghostReads(sql),
    ...ghostWrites(sql, ofKeys),
    ...fingerprintReads(sql),
    ...fingerprintWrites(sql),
    ...changeReads(sql),
    ...changeMarkWrites(sql),
    ...lineageReads(sql),
    ...lineageWrites(sql),
    ...observationReads(sql),
    ...folderReads(sql),
    ...folderWrites(sql),
    ...policyReads(sql, now),
    ...keyPolicyReads(sql),
    ...policyWrites(sql),
    ...ofKeys,
    ...quarantineReads(sql),
    ...quarantineWrites(sql),
    ...runReads(sql, now),
    ...runWrites(sql),
    ...incidentReads(sql),
    ...incidentWrites(sql),
    ...reminderReads(sql, now),
    ...reminderWrites(sql, now),
    ...selectionReads(sql, now),
    ...settingReads(sql),
    ...settingWrites(sql),
  };
}

/** Tidying is no reason not to open: what it cannot read is met again, and told, by whoever asks for it. */
function pruneIfItCan(sql: Sql, now: number): void {
  try {
    sql.atomically(() => prune(sql, now));
  } catch {
    // The transaction took back what had gone.
  }
}
