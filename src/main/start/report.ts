import type { RepairReport } from '#shared/ipc/start.ts';
import type { Repair } from '../store/repair.ts';

/** By table, in the order of the report; one that is missing here comes last, by its own name. */
const names: Readonly<Record<string, string>> = {
  connections: 'Connections',
  workspaces: 'Workspaces',
  keys: 'Keys in the inventory',
  key_locals: 'What you set on keys',
  intents: 'Activity',
  ghost_keys: 'Keys whose secret is lost',
  fingerprints: 'Fingerprints of secrets',
  removed_keys: 'What you set on keys of removed connections',
  quarantine: 'Keys in quarantine',
  quarantine_news: 'News of quarantine',
  reminder_days: 'Summaries of what was due',
  reminders_told: 'Keys you were reminded of',
  observations: 'When keys were used',
  rotation_runs: 'Rotation runs',
  rotation_run_events: 'What happened in rotation runs',
  changes: 'What changed at the platforms',
  bulk_jobs: 'Changes of many keys at once',
  bulk_items: 'Keys in changes of many at once',
  settings: 'How the window is set up',
  saved_searches: 'Saved searches',
  folders: 'Folders',
  key_lineage: 'Which key took the place of which',
  change_marks: 'What you have seen of changes',
};
/** Part of how keys are stored, and nothing a person has ever seen. */
const unseen = new Set(['bulk_values', 'grants', 'fingerprint_accounts', 'rotation_run_intents']);

/** What a repair kept, in words for the window. Tables that were empty and sound are not worth a line. */
export function reportOf({ movedTo, salvaged }: Repair): RepairReport {
  return {
    movedTo,
    kept: salvaged
      .filter(({ table, count, whole }) => !unseen.has(table) && (count > 0 || !whole))
      .toSorted((a, b) => place(a.table) - place(b.table))
      .map(({ table, count, whole }) => ({
        what: names[table] ?? spoken(table),
        count,
        share: whole ? 'all' : count > 0 ? 'some' : 'none',
      })),
  };
}

function place(table: string): number {
  const known = Object.keys(names).indexOf(table);
  return known === -1 ? Number.MAX_SAFE_INTEGER : known;
}

function spoken(table: string): string {
  const text = table.replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
