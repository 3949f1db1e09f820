/** Each of the next 26 weeks as two bars: keys due as things stand, and as they would be. */
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { monthLabels, weekName } from '../summary/week-words.ts';
import styles from './week-pairs.module.css';

type Weeks = LevellingPreview['weeks'];

export function WeekPairs({ weeks, mean }: { weeks: Weeks; mean: number }) {
  const most = Math.max(1, ...weeks.flatMap(({ was, will }) => [was, will]));
  const levelled = weeks.filter(({ level }) => level).length;
  return (
    <figure className={styles.chart} style={{ '--weeks': Math.max(1, weeks.length) }}>
      <figcaption className={styles.caption}>
        <span>Rotations due per week</span>
        <span className={styles.key}>
          <span className={styles.swatch} data-was="" /> Now
        </span>
        <span className={styles.key}>
          <span className={styles.swatch} /> Then
        </span>
        <span className={styles.key}>
          <span className={styles.dash} /> Mean
        </span>
      </figcaption>
      <div className={styles.bars} aria-hidden="true">
        {weeks.map(({ before, was, will }) => (
          <span key={before} className={styles.pair}>
            <span data-was="" style={{ '--share': was / most }} />
            <span style={{ '--share': will / most }} />
          </span>
        ))}
        {mean > 0 && (
          <span
            className={styles.mean}
            style={{ '--share': mean / most, '--reach': levelled / Math.max(1, weeks.length) }}
          />
        )}
      </div>
      <div className={styles.months} aria-hidden="true">
        {monthLabels(weeks).map(({ column, label }) => (
          <span key={column} style={{ '--column': column }}>
            {label}
          </span>
        ))}
      </div>
      <WeekTable weeks={weeks} />
    </figure>
  );
}

/** The same for whoever does not see it. */
function WeekTable({ weeks }: { weeks: Weeks }) {
  return (
    <table className="visually-hidden">
      <caption>Rotations due per week</caption>
      <thead>
        <tr>
          <th scope="col">Week</th>
          <th scope="col">Now</th>
          <th scope="col">Then</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.before}>
            <th scope="row">{weekName(week, index === 0)}</th>
            <td>{week.was}</td>
            <td>{week.will}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
