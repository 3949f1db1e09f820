/** Keys by how urgent they are and by the day on which they are due. */
import type { BoardKey, BoardQuery, CalendarDay, DueColumn } from '#shared/ipc/board.ts';

type Keys = { total: number; rows: BoardKey[] };

export type BoardReads = {
  /** `resting`: how many of them, at the end, are snoozed. */
  boardKeys(query: BoardQuery, column: DueColumn, offset: number, limit: number): Keys & { resting: number };
  boardPosition(query: BoardQuery, column: DueColumn, keyId: string): number | null;
  /** Of `days` days from `from` on, those on which keys are due. */
  boardDays(query: BoardQuery, from: number, days: number): CalendarDay[];
  boardDay(query: BoardQuery, day: number, offset: number, limit: number): Keys;
};
