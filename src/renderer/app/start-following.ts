/** Connects the stores of the window to main: what is read at the start, and what is followed from then on. */

import { followUrgent } from '../features/board/rotation-store.ts';
import { followBulk } from '../features/bulk/bulk-store.ts';
import { followUnseen } from '../features/changes/unseen-store.ts';
import { followConnections } from '../features/connections/connections-store.ts';
import { followGhosts } from '../features/ghost-keys/ghosts-store.ts';
import { followDetail } from '../features/inventory/details/detail-store.ts';
import { restoreInventory } from '../features/inventory/restore.ts';
import { followRows } from '../features/inventory/rows-store.ts';
import { followSelection } from '../features/inventory/selection-store.ts';
import { followQuarantine } from '../features/quarantine/quarantine-store.ts';
import { followReminderLinks } from '../features/reminders/follow-links.ts';
import { followRemindersOverview } from '../features/reminders/overview-store.ts';
import { followRuns } from '../features/runs/live-runs.ts';
import { followSavedSearches } from '../features/saved-searches/saved-searches-store.ts';
import { followChosen } from '../features/selection/chosen-store.ts';
import { followStart } from '../features/start-problem/start-store.ts';
import { followSummary } from '../features/summary/summary-store.ts';
import { followClocks } from '../features/sync/clock-store.ts';
import { followSync } from '../features/sync/sync-store.ts';
import { followWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { followAppInfo } from './app-info-store.ts';
import { followCommands } from './commands.ts';
import { followScreen } from './follow-screen.ts';

/** Returns how to stop all of it. */
export function startFollowing(): () => void {
  // Asked before anything else, so that the table is drawn as it was left.
  void restoreInventory();
  const stops = [
    followStart(),
    followAppInfo(),
    followWorkspaces(),
    followConnections(),
    followSync(),
    followClocks(),
    followUnseen(),
    followGhosts(),
    followRows(),
    followBulk(),
    followSummary(),
    followUrgent(),
    followSavedSearches(),
    followSelection(),
    followChosen(),
    followDetail(),
    followCommands(),
    followScreen(),
    followQuarantine(),
    followRuns(),
    followRemindersOverview(),
    followReminderLinks(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
