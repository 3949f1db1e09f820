/** A day of the calendar: how many keys are due, the first of them, and how that compares with the fullest day. */
import { memo } from 'react';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dateOf } from '#shared/domain/search/days.ts';
import type { BoardKey, CalendarDay } from '#shared/ipc/board.ts';
import { grouped } from '../../../lib/plural.ts';
import { WorkspaceSquare } from '../../../ui/workspace-square.tsx';
import { useWorkspace } from '../../workspaces/workspaces-store.ts';
import { dayWords, shortMonthName } from './calendar-words.ts';
import { dateInMonth } from './month.ts';
import styles from './month-grid.module.css';

export const dayCellId = (day: number) => `calendar-day-${day}`;

type DayCellProps = {
  day: number;
  today: number;
  due: CalendarDay | undefined;
  /** Keys of the fullest day on screen. */
  most: number;
  /** How many keys there is room for. */
  room: number;
  outside: boolean;
  current: boolean;
  /** Keys are carried and would be put down here. */
  over: boolean;
  /** Why what is carried cannot be put down here; null where it can, or nothing is carried. */
  blocked: string | null;
};

export const DayCell = memo(function DayCell(props: DayCellProps) {
  const { day, today, due, most, room, outside, current, over, blocked } = props;
  const urgency = day < today ? 'late' : day <= today + dueSoonDays ? 'soon' : 'later';
  const date = dateInMonth(day);
  const count = due?.count ?? 0;
  // The line that says how many more there are takes the place of one.
  const shown = count <= room ? count : Math.max(0, room - 1);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid it is a cell that can be selected
    <td
      id={dayCellId(day)}
      aria-selected={current}
      aria-current={day === today ? 'date' : undefined}
      aria-disabled={blocked !== null || undefined}
      data-day={day}
      data-outside={outside || undefined}
      data-over={over || undefined}
      title={blocked ?? undefined}
      className={styles.day}
    >
      <span className="visually-hidden">{dayWords(day, today, due)}</span>
      <span aria-hidden="true" className={styles.dayHead}>
        <span className={styles.date}>{date === 1 ? `${date} ${shortMonthName(day)}` : date}</span>
        {count > 0 && (
          <span className={styles.dayCount} data-urgency={urgency}>
            {grouped(count)}
          </span>
        )}
      </span>
      {due?.first.slice(0, shown).map((key) => (
        <DueKey key={key.id} value={key} planned={key.rotation.plannedOn === dateOf(day)} />
      ))}
      {shown > 0 && count > shown && (
        <span aria-hidden="true" className={styles.more}>
          +{grouped(count - shown)}
        </span>
      )}
      {count > 0 && (
        <span className={styles.load} data-urgency={urgency} style={{ '--share': count / most }} />
      )}
    </td>
  );
});

function DueKey({ value, planned }: { value: BoardKey; planned: boolean }) {
  const { id, name, workspaceId } = value;
  const workspace = useWorkspace(workspaceId);
  return (
    <span
      aria-hidden="true"
      className={styles.key}
      data-key={id}
      data-planned={planned || undefined}
      title={planned ? `${name}, planned for this day` : name}
    >
      {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
      <span className={styles.keyName}>{name || 'No name'}</span>
    </span>
  );
}
