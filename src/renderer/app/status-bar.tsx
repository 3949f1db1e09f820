/** Along the bottom: how old the copy on screen is, how much of it is shown, and the way to read it anew. */
import { RefreshCw } from 'lucide-react';
import { useRef } from 'react';
import { BulkStatus } from '../features/bulk/bulk-status.tsx';
import { useRows } from '../features/inventory/rows-store.ts';
import { useView } from '../features/inventory/view-store.ts';
import { NextReminder } from '../features/reminders/next-reminder.tsx';
import { SyncProgress } from '../features/sync/sync-progress.tsx';
import { syncNow, useSync } from '../features/sync/sync-store.ts';
import { syncWords } from '../features/sync/sync-words.ts';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { keySignsOf, shortcutName } from '../lib/platform-keys.ts';
import { grouped, plural } from '../lib/plural.ts';
import { useLate } from '../lib/use-late.ts';
import { useNow } from '../lib/use-now.ts';
import { run } from './commands.ts';
import { useScreen } from './screen-store.ts';
import { screenOf } from './screens.tsx';
import styles from './status-bar.module.css';

export function StatusBar() {
  const now = useNow();
  const { status, problem } = useSync();
  const workspaceId = useView((view) => view.workspaceId);
  const list = useWorkspaces((state) => state.list) ?? [];
  const { total, all } = useRows((state) => state.cache);
  const { searches, showsSome } = useScreen(({ screen }) => screenOf(screen));
  const inView = list.filter(({ id }) => workspaceId === null || id === workspaceId);
  const syncButton = useRef<HTMLButtonElement>(null);
  // A run that is over at once only makes the words flicker.
  const late = useLate(status.running);
  const words = syncWords(inView, { ...status, running: late }, now);
  return (
    <footer className={styles.bar}>
      <div role="status" aria-label="Sync status" aria-busy={status.running} className={styles.status}>
        <span className={`${styles.dot} ${styles[problem ? 'bad' : words.tone]}`} aria-hidden="true" />
        <span className={styles.words}>{problem && !status.running ? problem.message : words.text}</span>
      </div>
      {total !== null && searches && !showsSome && (
        <p className={styles.shown} aria-live="polite">
          {plural(total, 'key')} shown of {grouped(all)}
        </p>
      )}
      <NextReminder className={styles.shown} />
      <BulkStatus />
      <SyncProgress late={late} next={syncButton} />
      <button
        ref={syncButton}
        type="button"
        className={styles.sync}
        // Not disabled, so that the focus stays on it while it runs.
        aria-disabled={status.running || undefined}
        onClick={() => void syncNow(workspaceId)}
      >
        <RefreshCw className={late ? styles.turning : undefined} size={12} aria-hidden="true" />
        Sync now
      </button>
      <button
        type="button"
        className={styles.palette}
        title="Command palette"
        aria-keyshortcuts={shortcutName('K')}
        onClick={() => run({ command: 'palette' })}
      >
        <span className="visually-hidden">Command palette </span>
        {keySignsOf({ key: 'K', primary: true }).join(' ')}
      </button>
    </footer>
  );
}
