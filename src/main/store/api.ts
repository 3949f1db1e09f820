/**
 * What the store can be asked, as two interfaces: reads and writes. The worker implements them over SQLite, the client
 * offers them to the services as promises. Rows here are the store's own; services turn them into what the window sees.
 */
import type { AnnotationReads, AnnotationWrites } from './api/annotations.ts';
import type { BoardReads } from './api/board.ts';
import type { BulkReads, BulkWrites } from './api/bulk.ts';
import type { ChangeMarkWrites, ChangeReads } from './api/changes.ts';
import type { ConnectionReads, ConnectionWrites, RemovedReads, RemovedWrites } from './api/connections.ts';
import type { DueEntryReads } from './api/due-entries.ts';
import type { FingerprintReads, FingerprintWrites } from './api/fingerprints.ts';
import type { FolderReads, FolderWrites } from './api/folders.ts';
import type { GhostReads, GhostWrites } from './api/ghost-keys.ts';
import type { IncidentReads, IncidentWrites } from './api/incidents.ts';
import type { IntentReads, IntentWrites } from './api/intents.ts';
import type { InventoryReads } from './api/inventory.ts';
import type { KeyReads, LastKeyReads } from './api/keys.ts';
import type { LensReads } from './api/lens.ts';
import type { LineageReads, LineageWrites } from './api/lineage.ts';
import type { ObservationReads } from './api/observations.ts';
import type { PolicyReads, PolicyWrites } from './api/policies.ts';
import type { QuarantineReads, QuarantineWrites } from './api/quarantine.ts';
import type { ReminderReads, ReminderWrites } from './api/reminders.ts';
import type { RunReads, RunWrites } from './api/runs.ts';
import type { SavedSearchReads, SavedSearchWrites } from './api/saved-searches.ts';
import type { SelectionReads } from './api/selection.ts';
import type { SettingReads, SettingWrites } from './api/settings.ts';
import type { SummaryReads } from './api/summary.ts';
import type { SyncWrites } from './api/sync.ts';
import type { CallerReads, WorkspaceReads, WorkspaceWrites } from './api/workspaces.ts';

export type Reads = AnnotationReads &
  BoardReads &
  BulkReads &
  CallerReads &
  ChangeReads &
  ConnectionReads &
  DueEntryReads &
  FingerprintReads &
  FolderReads &
  GhostReads &
  IncidentReads &
  IntentReads &
  InventoryReads &
  KeyReads &
  LastKeyReads &
  LensReads &
  LineageReads &
  ObservationReads &
  PolicyReads &
  QuarantineReads &
  ReminderReads &
  RemovedReads &
  RunReads &
  SavedSearchReads &
  SelectionReads &
  SettingReads &
  SummaryReads &
  WorkspaceReads;

export type Writes = AnnotationWrites &
  BulkWrites &
  ChangeMarkWrites &
  ConnectionWrites &
  FingerprintWrites &
  FolderWrites &
  GhostWrites &
  IncidentWrites &
  IntentWrites &
  LineageWrites &
  PolicyWrites &
  QuarantineWrites &
  ReminderWrites &
  RemovedWrites &
  RunWrites &
  SavedSearchWrites &
  SettingWrites &
  SyncWrites &
  WorkspaceWrites;
