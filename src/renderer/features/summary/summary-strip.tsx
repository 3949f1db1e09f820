/** Above the table: how many keys there are and how many want attention, each a press that shows them. */
import { useEffect } from 'react';
import { dayOf } from '#shared/domain/search/days.ts';
import { type FigureId, figureSearches, weekSearch } from '#shared/domain/summary.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { setSearch, useView } from '../inventory/view-store.ts';
import { Figure } from './figure.tsx';
import { holds, toggled } from './search-toggle.ts';
import { refreshSummary, useSummary } from './summary-store.ts';
import styles from './summary-strip.module.css';
import { WeekChart } from './week-chart.tsx';

const figures: readonly { id: FigureId; label: string; tone?: 'warn' | 'bad' }[] = [
  { id: 'overdue', label: 'Overdue', tone: 'bad' },
  { id: 'dueSoon', label: 'Due in 14 days', tone: 'warn' },
  { id: 'unused', label: 'Unused 90 days' },
  { id: 'fullAccess', label: 'Full access' },
];

export function SummaryStrip() {
  const { summary, problem } = useSummary();
  const search = useView((view) => view.search);
  const today = dayOf(useNow());
  // biome-ignore lint/correctness/useExhaustiveDependencies: at midnight other keys are overdue.
  useEffect(refreshSummary, [today]);
  // A key is due on one day only: these take each other's place.
  const dueSearches = [
    figureSearches.overdue,
    figureSearches.dueSoon,
    ...(summary?.weeks ?? []).map(weekSearch),
  ];

  function press(tokens: string): void {
    const instead = dueSearches.includes(tokens) ? dueSearches : [];
    setSearch(toggled(search, tokens, instead, Object.values(figureSearches)));
  }

  return (
    <section className={styles.strip} aria-label="Summary" aria-busy={summary === null && !problem}>
      <div className={styles.figures}>
        <Figure label="Keys" count={summary?.keys ?? null} onPress={() => setSearch('')} />
        {figures.map(({ id, label, ...tone }) => (
          <Figure
            key={id}
            label={label}
            count={summary?.figures[id] ?? null}
            pressed={holds(search, figureSearches[id])}
            onPress={() => press(figureSearches[id])}
            {...tone}
          />
        ))}
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
          bars={{
            isPressed: (week) => holds(search, weekSearch(week)),
            onWeek: (week) => press(weekSearch(week)),
          }}
          note={{
            isPressed: holds(search, figureSearches.withoutEnvironment),
            onPress: () => press(figureSearches.withoutEnvironment),
          }}
        />
      )}
    </section>
  );
}
