/** The screen of reminders: what is due by how soon, what was said on which day, and what stands there when nothing is due. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import { focusMainList } from '../../app/screen-store.ts';
import { ago } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useView } from '../inventory/view-store.ts';
import { oldestCopy } from '../sync/sync-words.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { History } from './history.tsx';
import { followReading, markAllRead } from './mark-read.ts';
import { RemindersGrid } from './reminders-grid.tsx';
import { followReminders, readReminders, useReminders } from './reminders-store.ts';
import styles from './reminders-view.module.css';

type Part = 'due' | 'history';

export function RemindersView({ onEnter }: { onEnter: () => void }) {
  const [part, setPart] = useState<Part>('due');
  useEffect(() => {
    const stops = [followReminders(), followReading()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const header = <Header part={part} onPart={setPart} />;
  return part === 'history' ? <History header={header} /> : <Due header={header} onEnter={onEnter} />;
}

function Due({ header, onEnter }: { header: ReactNode; onEnter: () => void }) {
  const { list, problem } = useReminders();
  const inView = useWorkspacesInView();
  const where = inView.length === 1 && inView[0] ? ` of ${inView[0].name}` : '';
  return (
    <ListScreen
      header={header}
      problem={problem}
      onRetry={() => void readReminders()}
      instead={
        list?.overview.total === 0 && (
          <EmptyState title={`No key${where} is overdue or due within 30 days.`}>
            Keys fall due by the policy of their environment, and are reminded of 30, 14, 7 and 1 days ahead.
            Those that are snoozed come back when their time is over.
          </EmptyState>
        )
      }
    >
      <RemindersGrid onEnter={onEnter} />
    </ListScreen>
  );
}

function Header({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const list = useReminders((state) => state.list);
  const now = useNow();
  const inView = useWorkspacesInView();
  const canMark = (list?.overview.unread ?? 0) > 0;
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <h2 className={styles.title}>Reminders</h2>
        <p className={styles.lead}>{lead(inView, now)}</p>
      </div>
      <Segments
        legend="What is shown"
        segments={[
          { value: 'due', label: 'Due' },
          { value: 'history', label: 'History' },
        ]}
        value={part}
        onValueChange={onPart}
      />
      <Button
        aria-disabled={!canMark || undefined}
        onClick={() => {
          if (!canMark) return;
          void markAllRead();
          focusMainList();
        }}
      >
        Mark all as read
      </Button>
    </header>
  );
}

function useWorkspacesInView(): readonly Workspace[] {
  const workspaceId = useView((view) => view.workspaceId);
  const list = useWorkspaces((state) => state.list) ?? [];
  return list.filter(({ id }) => workspaceId === null || id === workspaceId);
}

/** Reminders need no network; how old the copy is that they go by is said where nothing newer can be had. */
function lead(inView: readonly Workspace[], now: number): string {
  const age = oldestCopy(inView);
  const offline = inView.length > 0 && inView.every(({ state }) => state === 'offline');
  if (offline && age !== null) return `Offline: by the copy from ${ago(age, now)}.`;
  return 'One notification a day sums up what is new here, at 09:00.';
}
