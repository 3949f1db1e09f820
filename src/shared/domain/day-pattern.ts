/** On which days of the week something happens. */

/** `number`: days since 1 January 1970, a Thursday. */
export type KnownDay = { number: number; used: boolean };
/** 0 is Sunday. Days of the week in the order of the calendar, Monday first. */
export type DayPattern = 'daily' | 'weekdays' | readonly number[];

/** Used on three of four of them, the others being accidents; or on hardly any. */
const active = 0.75;
const idle = 0.1;

/** Null where too little is known, or where there is no pattern. */
export function dayPattern(known: readonly KnownDay[]): DayPattern | null {
  const used = known.filter((each) => each.used);
  const perWeekday = [1, 2, 3, 4, 5, 6, 0].map((weekday) => {
    const ofIt = known.filter(({ number }) => (((number + 4) % 7) + 7) % 7 === weekday);
    const usedOfIt = ofIt.filter((each) => each.used).length;
    return {
      weekday,
      known: ofIt.length,
      used: usedOfIt,
      rate: ofIt.length === 0 ? null : usedOfIt / ofIt.length,
    };
  });
  // One day of the week that goes both ways, and there is no rule.
  if (perWeekday.some(({ rate }) => rate !== null && rate < active && rate > idle)) return null;
  const on = perWeekday.filter(({ rate }) => rate !== null && rate >= active);
  const off = perWeekday.filter(({ rate }) => rate !== null && rate <= idle).map(({ weekday }) => weekday);
  if (used.length < 4) return null;
  if (off.length === 0) return on.length >= 4 ? 'daily' : null;
  const onWorkdays = on.every(({ weekday }) => weekday >= 1 && weekday <= 5);
  const offAtWeekends = off.every((weekday) => weekday === 0 || weekday === 6);
  if (onWorkdays && offAtWeekends && on.length >= 4) return 'weekdays';
  // Once is not a habit.
  if (on.some((each) => each.used < 2) || off.length + on.length < 7) return null;
  return on.map(({ weekday }) => weekday);
}
