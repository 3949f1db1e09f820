/** *Since your last visit*: what others did to the keys, and the one sentence that stands there when they did nothing. */
import { useEffect } from 'react';
import { type ChangeKind, changeKinds } from '#shared/domain/change.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { focusMainList } from '../../app/screen-store.ts';
import { grouped } from '../../lib/plural.ts';
import { exactTime } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { ChangeGrid } from './change-grid.tsx';
import { kindWords } from './change-words.ts';
import { type ChangesState, followChanges, readChanges, setChangeView, useChanges } from './changes-store.ts';
import styles from './changes-view.module.css';
import { followVisit, markAllSeen } from './visit.ts';

export function ChangesView({ onEnter }: { onEnter: () => void }) {
  useEffect(() => {
    const stops = [followVisit(), followChanges()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const { list, problem } = useChanges();
  const workspace = useWorkspace(useView((view) => view.workspaceId));
  return (
    <ListScreen
      header={<Header />}
      problem={problem}
      onRetry={() => void readChanges()}
      instead={list?.overview.total === 0 && <Nothing list={list} workspace={workspace} />}
    >
      <ChangeGrid onEnter={onEnter} />
    </ListScreen>
  );
}

function Header() {
  const { period, own, list } = useChanges();
  const canMark = period === 'visit' && (list?.overview.total ?? 0) > 0;
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        <h2 className={styles.title}>Since your last visit</h2>
        <p className={styles.lead}>{lead(list)}</p>
      </div>
      <Button
        aria-disabled={!canMark || undefined}
        onClick={() => {
          if (!canMark) return;
          void markAllSeen();
          focusMainList();
        }}
      >
        Mark all as seen
      </Button>
      <div className={styles.filters}>
        <Segments
          legend="How far back"
          segments={[
            { value: 'visit', label: 'Last visit' },
            { value: 'all', label: 'All kept' },
          ]}
          value={period}
          onValueChange={(value) => setChangeView({ period: value })}
        />
        <KindFilter />
        <Checkbox
          label="Also what I did"
          checked={own}
          onCheckedChange={(checked) => setChangeView({ own: checked })}
        />
      </div>
    </header>
  );
}

function lead(list: ChangesState['list']): string {
  if (!list) return '';
  const who = list.view.own ? 'What changed' : 'What others changed';
  if (list.view.period === 'all') return `${who} in the last 400 days, as far as syncs saw it.`;
  const { since } = list.overview;
  return since ? `${who} since ${exactTime(since)}.` : `${who} since the first sync.`;
}

function KindFilter() {
  const { kind, list } = useChanges();
  const counts = new Map(list?.overview.kinds.map((each) => [each.kind, each.count]));
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // What is chosen stays in the list, so that it can be seen that there is none of it.
  const shown = changeKinds.filter((each) => counts.has(each) || each === kind);
  return (
    <Select<ChangeKind | 'all'>
      aria-label="Kind of change"
      className={styles.kind ?? ''}
      value={kind ?? 'all'}
      options={[
        { value: 'all', label: `All kinds (${grouped(all)})` },
        ...shown.map((each) => ({
          value: each,
          label: `${kindWords[each].label} (${grouped(counts.get(each) ?? 0)})`,
        })),
      ]}
      onValueChange={(value) => setChangeView({ kind: value === 'all' ? null : value })}
    />
  );
}

function Nothing({
  list: { view, overview },
  workspace,
}: {
  list: NonNullable<ChangesState['list']>;
  workspace: Workspace | undefined;
}) {
  const where = workspace ? ` in ${workspace.name}` : '';
  if (view.kind !== null) {
    return (
      <EmptyState
        title={`No such change${where}.`}
        action={<Button onClick={() => widen({ kind: null })}>Show all kinds</Button>}
      />
    );
  }
  const since = overview.since ? exactTime(overview.since) : 'the first sync';
  return (
    <EmptyState
      title={view.period === 'all' ? `No change${where} is kept.` : `Nothing changed${where} since ${since}.`}
      action={
        view.period === 'visit' && (
          <Button onClick={() => widen({ period: 'all' })}>Show all that is kept</Button>
        )
      }
    >
      Every sync compares the keys with what they were. New keys, other scopes, and what was renamed, disabled
      or deleted elsewhere are listed here.
    </EmptyState>
  );
}

/** The button that asks for it goes with what it stands in: whoever pressed it goes on in the list. */
function widen(change: Parameters<typeof setChangeView>[0]): void {
  setChangeView(change);
  focusMainList();
}
