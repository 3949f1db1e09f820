/** The moves as lines: a heading for each week in which keys would be due, and those keys under it. Pure. */
import type { LevellingMove } from '#shared/ipc/levelling.ts';
import { mondayOf } from './level-words.ts';

export type MoveLine =
  | { kind: 'week'; monday: number; count: number }
  | { kind: 'move'; move: LevellingMove };

/** `moves` come by their new days. */
export function moveLines(moves: readonly LevellingMove[]): MoveLine[] {
  const weeks = Map.groupBy(moves, ({ to }) => mondayOf(to));
  return [...weeks].flatMap(([monday, inWeek]): MoveLine[] => [
    { kind: 'week', monday, count: inWeek.length },
    ...inWeek.map((move) => ({ kind: 'move' as const, move })),
  ]);
}
