/** Above board and calendar: how much there is to do, and how it is spread over the weeks ahead. Each figure leads to it. */
import { useEffect } from 'react';
import { dayOf } from '#shared/domain/search/days.ts';
import { figureSearches } from '#shared/domain/summary.ts';
import type { Summary } from '#shared/ipc/summary.ts';
import { goToScreen } from '../../app/screen-store.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { setSearch, useView } from '../inventory/view-store.ts';
import { useLiveRuns } from '../runs/live-runs.ts';
import { Figure } from '../summary/figure.tsx';
import { refreshSummary, useSummary } from '../summary/summary-store.ts';
import styles from '../summary/summary-strip.module.css';
import { WeekChart } from '../summary/week-chart.tsx';
import { goToColumn } from './board-focus.ts';
import { goToDay } from './calendar/calendar-focus.ts';

export function RotationStrip() {
  const { summary, problem } = useSummary();
  const today = dayOf(useNow());
  // biome-ignore lint/correctness/useExhaustiveDependencies: at midnight other keys are overdue.
  useEffect(refreshSummary, [today]);
  const workspaceId = useView((view) => view.workspaceId);
  const running = useLiveRuns(
    ({ runs }) => runs.filter((run) => workspaceId === null || run.workspaceId === workspaceId).length,
  );
  const busiest = busiestOf(summary);
  return (
    <section className={styles.strip} aria-label="Summary" aria-busy={summary === null && !problem}>
      <div className={styles.figures}>
        <Figure
          label="Overdue"
          count={summary?.figures.overdue ?? null}
          tone="bad"
          onPress={() => goToColumn('overdue')}
        />
        <Figure
          label="Due in 14 days"
          count={summary?.figures.dueSoon ?? null}
          tone="warn"
          onPress={() => goToColumn('due')}
        />
        <Figure label="Running" count={running} onPress={() => goToColumn('running')} />
        <Figure
          label="Busiest week"
          count={summary && (busiest?.count ?? 0)}
          onPress={() => goToDay(busiest?.from ?? today)}
        />
      </div>
      {problem && !summary ? (
        <p className={styles.problem} role="alert">
          {problem.message}{' '}
          <Button variant="link" onClick={refreshSummary}>
            Try again
          </Button>
        </p>
      ) : (
        <WeekChart
          summary={summary}
          bars={{ onWeek: ({ from }) => goToDay(from) }}
          note={{ onPress: showWithoutEnvironment }}
        />
      )}
    </section>
  );
}

/** The first of the weeks in which most keys are due. */
function busiestOf(summary: Summary | null): Summary['weeks'][number] | null {
  return (summary?.weeks ?? []).reduce<Summary['weeks'][number] | null>(
    (most, week) => (week.count > (most?.count ?? 0) ? week : most),
    null,
  );
}

/** They are on no board and in no calendar: the inventory is where they get one. */
function showWithoutEnvironment(): void {
  goToScreen('inventory');
  setSearch(figureSearches.withoutEnvironment);
}
