/** Rotations due in each of the next 26 weeks: bars to press, walked with the arrow keys like a toolbar. */
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Summary } from '#shared/ipc/summary.ts';
import { plural } from '../../lib/plural.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './week-chart.module.css';
import { monthLabels, weekWords } from './week-words.ts';

type Weeks = Summary['weeks'];
type OfWeek<Result> = (week: Weeks[number]) => Result;

/** What a press on a bar does, and whether that holds already; without the latter a bar leads somewhere. */
type Bars = { isPressed?: OfWeek<boolean>; onWeek: OfWeek<void> };

export function WeekChart({
  summary,
  bars,
  note,
}: {
  summary: Summary | null;
  bars: Bars;
  /** Keys that the chart leaves out for want of an environment; pressing it shows them. */
  note: { isPressed?: boolean; onPress: () => void };
}) {
  const weeks = summary?.weeks ?? [];
  return (
    <div className={styles.chart}>
      <div className={styles.caption}>
        <p>Rotations due per week</p>
        {summary && <NoEnvironment count={summary.figures.withoutEnvironment} {...note} />}
      </div>
      <WeekBars weeks={weeks} {...bars} />
      <div className={styles.months} aria-hidden="true">
        {monthLabels(weeks).map(({ column, label }) => (
          <span key={column} style={{ '--column': column }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Why the chart may be lower than expected, and the way to put it right. */
function NoEnvironment({
  count,
  isPressed,
  onPress,
}: {
  count: number;
  isPressed?: boolean;
  onPress: () => void;
}) {
  if (count === 0) return null;
  const [verb, they] = count === 1 ? ['has', 'it has'] : ['have', 'they have'];
  return (
    <Tooltip text={`Policies go by environment. Without one ${they} no due date and no bar here.`}>
      <button type="button" className={styles.note} aria-pressed={isPressed} onClick={onPress}>
        {plural(count, 'key')} {verb} no environment
      </button>
    </Tooltip>
  );
}

function WeekBars({ weeks, isPressed, onWeek }: Bars & { weeks: Weeks }) {
  const bars = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const nothing = weeks.length > 0 && weeks.every(({ count }) => count === 0);
  const most = Math.max(1, ...weeks.map(({ count }) => count));

  function onKeyDown(event: KeyboardEvent): void {
    const next = walked(place, weeks.length, event);
    if (next === null) return;
    event.preventDefault();
    bars.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div
      ref={bars}
      role="toolbar"
      aria-label="Rotations due per week"
      className={styles.bars}
      onKeyDown={onKeyDown}
    >
      {weeks.map((week, index) => {
        const words = weekWords(week, index === 0);
        return (
          <Tooltip key={week.before} text={words} isName>
            <button
              type="button"
              className={styles.bar}
              aria-label={words}
              aria-pressed={isPressed?.(week)}
              // One stop for Tab; the arrows go on from there.
              tabIndex={index === place ? 0 : -1}
              onFocus={() => setPlace(index)}
              onClick={() => onWeek(week)}
            >
              <span
                className={week.soon ? styles.soon : styles.later}
                data-none={week.count === 0 || undefined}
                style={{ '--share': week.count / most }}
              />
            </button>
          </Tooltip>
        );
      })}
      {nothing && <p className={styles.nothing}>Nothing is due in the next {weeks.length} weeks</p>}
    </div>
  );
}

/** Where a key takes the focus among `count` bars; null where it is not for them. */
function walked(place: number, count: number, press: KeyboardEvent): number | null {
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  switch (press.key) {
    case 'ArrowRight':
      return Math.min(count - 1, place + 1);
    case 'ArrowLeft':
      return Math.max(0, place - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
