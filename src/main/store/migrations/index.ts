/** Every migration, oldest first. A released one is never edited: the next change is the next file. */
import type { Database } from 'better-sqlite3';
import { firstLight } from './0010-first-light.ts';
import { annotations } from './0020-annotations.ts';
import { settings } from './0030-settings.ts';
import { changes } from './0040-changes.ts';
import { bulk } from './0050-bulk.ts';
import { quarantine } from './0060-quarantine.ts';
import { ghostKeys } from './0070-ghost-keys.ts';
import { connectionsScreen } from './0080-connections-screen.ts';
import { savedSearches } from './0090-saved-searches.ts';
import { organizations } from './0100-organizations.ts';
import { abilities } from './0110-abilities.ts';
import { lineage } from './0120-lineage.ts';
import { signInWay } from './0130-sign-in-way.ts';
import { lives } from './0150-lives.ts';
import { derivation } from './0160-derivation.ts';
import { policies } from './0200-policies.ts';
import { observations } from './0210-observations.ts';
import { reminders } from './0220-reminders.ts';
import { rotationRuns } from './0230-rotation-runs.ts';
import { incidents } from './0240-incidents.ts';

/** `version` is the number of its file; `up` runs inside a transaction that other migrations share. */
export type Migration = { version: number; up(database: Database): void };

export const migrations: readonly Migration[] = [
  firstLight,
  annotations,
  settings,
  changes,
  bulk,
  quarantine,
  ghostKeys,
  connectionsScreen,
  savedSearches,
  organizations,
  abilities,
  lineage,
  signInWay,
  lives,
  derivation,
  policies,
  observations,
  reminders,
  rotationRuns,
  incidents,
];
