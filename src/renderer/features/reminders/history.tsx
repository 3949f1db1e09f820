/** The summaries of the days before, as the notifications had them. */
import { type ReactNode, useEffect } from 'react';
import { summaryNews, summaryTitle } from '#shared/domain/reminder-words.ts';
import { mainListId } from '../../app/screen-store.ts';
import { exactTime, timeOfDay } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import styles from './history.module.css';
import { followHistory, readHistory, useHistory } from './history-store.ts';
import { nearDay } from './reminder-words.ts';

export function History({ header }: { header: ReactNode }) {
  const now = useNow();
  useEffect(followHistory, []);
  const { summaries, problem } = useHistory();
  return (
    <ListScreen
      header={header}
      problem={problem}
      onRetry={() => void readHistory()}
      insteadBelow={0}
      instead={
        summaries?.length === 0 && (
          <EmptyState title="There was no reminder yet.">
            On a day with something new about a key, one notification sums it up at 09:00, or when Latchkey is
            started later than that. Each of them is kept here for 400 days.
          </EmptyState>
        )
      }
    >
      <div className={styles.scroller}>
        <ul id={mainListId} tabIndex={-1} aria-label="Reminders of the days before" className={styles.list}>
          {(summaries ?? []).map((summary) => (
            <li key={summary.day} className={styles.day}>
              <time className={styles.when} dateTime={summary.at} title={exactTime(summary.at)}>
                {nearDay(summary.day, now)} <span className={styles.time}>{timeOfDay(summary.at)}</span>
              </time>
              <span className={styles.words}>
                {summaryTitle(summary.counts)}
                <span className={styles.news}>{summaryNews(summary.news)}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </ListScreen>
  );
}
