/** What levelling would do with an inventory: a pure function of its keys, of what may be moved, and of the day. */

import { plannedRange, type Rotation, rotationOf } from '#shared/domain/rotation-due.ts';
import { lateDays } from '#shared/domain/rotation-policy.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { type Week, weeksFrom } from '#shared/domain/summary.ts';
import type { LevellingOptions, LevellingPreview } from '#shared/ipc/levelling.ts';
import type { DueEntry } from '../store/api/due-entries.ts';
import { type LevelKey, level } from './level.ts';

/**
 * A quarter: about as long as most keys live. Whatever is rotated in it gets a new day behind it, so that weeks farther away
 * fill up by themselves, and a mean over them would say nothing.
 */
const levelledWeeks = 13;

type Choice = Omit<LevellingOptions, 'workspaceIds'>;
type Placed = { entry: DueEntry; day: number; rotation: Rotation };

/** `now`: milliseconds since 1970. */
export function previewLevelling(
  entries: readonly DueEntry[],
  choice: Choice,
  now: number,
): LevellingPreview {
  const today = dayOf(now);
  const weeks = weeksFrom(today);
  const horizon = weeks.slice(0, levelledWeeks);
  const end = horizon.at(-1)?.before ?? today;
  const placed = entries.flatMap((entry): Placed[] => {
    const rotation = rotationOf(entry, now);
    const day = dayIn(rotation);
    return day === null ? [] : [{ entry, day, rotation }];
  });
  const within = placed.filter(({ day }) => day >= today && day < end);
  const keys = within.map((each) => ({ ...windowOf(each, choice, end, now), id: each.entry.id }));
  const { moves, ...found } = level(keys, { weeks: horizon, workdaysOnly: choice.workdaysOnly });

  const moved = new Map(moves.map(({ id, to }) => [id, to]));
  const names = new Map(within.map(({ entry }) => [entry.id, entry]));
  const [was, will] = [
    countIn(
      weeks,
      placed.map(({ day }) => day),
    ),
    countIn(
      weeks,
      placed.map(({ entry, day }) => moved.get(entry.id) ?? day),
    ),
  ];
  return {
    ...found,
    weeks: weeks.map((week, index) => ({
      ...week,
      was: was[index] ?? 0,
      will: will[index] ?? 0,
      level: index < levelledWeeks,
    })),
    moves: moves.map(({ id, from, to }) => ({
      keyId: id,
      workspaceId: names.get(id)?.workspaceId ?? '',
      name: names.get(id)?.name ?? '',
      from: dateOf(from),
      to: dateOf(to),
    })),
    kept: {
      planned: within.filter(({ rotation }) => isPlanned(rotation) && !choice.movePlanned).length,
      snoozed: within.filter(({ rotation }) => rotation.kind === 'snoozed').length,
    },
    overdue: placed.filter(({ day }) => day < today).length,
  };
}

/** Null where a key is never due. One that is snoozed is there for somebody on the day on which it wakes. */
function dayIn(rotation: Rotation): number | null {
  if (rotation.kind === 'due') return rotation.day;
  return rotation.kind === 'snoozed' ? Math.max(rotation.until, rotation.day) : null;
}

const isPlanned = (rotation: Rotation) => rotation.kind === 'due' && rotation.planned;

/** The tolerance counts from the policy's own day, so that levelling again and again carries no key away. */
function windowOf(
  { entry, day, rotation }: Placed,
  { tolerance, movePlanned }: Choice,
  end: number,
  now: number,
): Omit<LevelKey, 'id'> {
  const stays = { day, earliest: day, latest: day };
  const range = plannedRange(entry, now);
  if (rotation.kind !== 'due' || range === null || (rotation.planned && !movePlanned)) return stays;
  const policyDay = range.latest - lateDays(rotation.ofDays);
  return {
    day,
    // From tomorrow on: what falls due today is no plan.
    earliest: Math.max(range.earliest + 1, policyDay - tolerance),
    latest: Math.min(range.latest, policyDay + tolerance, end - 1),
  };
}

function countIn(weeks: readonly Week[], days: readonly number[]): number[] {
  return weeks.map(({ from, before }) => days.filter((day) => day >= from && day < before).length);
}
