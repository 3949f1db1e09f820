/** Twelve weeks of use, a mark for each day, and the same in words. */
import type { StripDay } from '#shared/domain/use-strip.ts';
import styles from './use-strip.module.css';
import { countsOf, dayWords, shortDay, weekLines, weeksOf } from './use-words.ts';

const legend = [
  ['used', 'used'],
  ['quiet', 'not used'],
  ['unknown', 'not known'],
] as const;

export function UseStrip({ days }: { days: readonly StripDay[] }) {
  const counts = countsOf(days);
  return (
    <figure className={styles.strip}>
      {/* Marks of three pixels say nothing one by one: whoever cannot see them has the weeks below. */}
      <div className={styles.days} aria-hidden="true">
        {weeksOf(days).map((week) => (
          <div key={week[0]?.date} className={styles.week}>
            {week.map((day) => (
              <span key={day.date} className={styles.day} data-state={day.state} title={dayWords(day)} />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{shortDay(Date.parse(`${days[0]?.date}T12:00`))}</span>
        <span>today</span>
      </div>
      <figcaption className={styles.legend}>
        <span className="visually-hidden">Days in the last 12 weeks: </span>
        {legend
          .filter(([state]) => counts[state] > 0)
          .map(([state, label]) => (
            <span key={state} className={styles.entry}>
              <span className={styles.day} data-state={state} aria-hidden="true" />
              {counts[state]} {label}
            </span>
          ))}
      </figcaption>
      <ol className="visually-hidden" aria-label="Use by week">
        {weekLines(days).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </figure>
  );
}
