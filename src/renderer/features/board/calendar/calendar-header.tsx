/** Which month is shown and the way to others; and what is said of keys that are being moved. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { focusGrid } from './calendar-focus.ts';
import { showDay, useCalendar } from './calendar-store.ts';
import styles from './calendar-view.module.css';
import { monthName } from './calendar-words.ts';
import { putBack, useCarry } from './carry-store.ts';
import { addMonths } from './month.ts';

export function CalendarHeader({ today }: { today: number }) {
  const day = useCalendar((state) => state.day);
  const { carry, said, bad } = useCarry();
  const cancel = () => {
    if (carry) showDay(carry.from);
    putBack();
    focusGrid();
  };
  return (
    <header className={styles.header}>
      <h3 className={styles.month} aria-live="polite">
        {monthName(day)}
      </h3>
      <div className={styles.turns}>
        <Turn label="Previous month" months={-1} day={day} />
        <Button onClick={() => showDay(today)}>Today</Button>
        <Turn label="Next month" months={1} day={day} />
      </div>
      {/* Always there, so that what is said is read out when it comes. */}
      <p role="status" aria-label="Moving keys" className={bad ? styles.refused : styles.said}>
        {said && <span>{said}</span>}
      </p>
      {carry && <Button onClick={cancel}>Put back</Button>}
    </header>
  );
}

function Turn({ label, months, day }: { label: string; months: -1 | 1; day: number }) {
  const Icon = months === 1 ? ChevronRight : ChevronLeft;
  return (
    <button
      type="button"
      className={styles.turn}
      aria-label={label}
      title={label}
      data-turn={months}
      onClick={() => showDay(addMonths(day, months))}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
