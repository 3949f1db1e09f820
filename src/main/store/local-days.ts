/**
 * Days of the calendar where Latchkey runs, as SQL. A time zone's distance from UTC changes on a few known moments a year;
 * between two of them a day is plain arithmetic, which SQLite does for 100,000 keys in the time of one sort.
 */
const millisecondsPerDay = 86_400_000;
/** No zone was ever changed twice within so many days. */
const stepDays = 7;
/** Keys are made in the past; clocks that are a little ahead of ours are allowed for. */
const yearsAhead = 2;

/** From `from` on (milliseconds since 1970), clocks here are `shift` milliseconds ahead of UTC. */
type Stretch = { from: number; shift: number };

const known = new Map<string, readonly Stretch[]>();

/**
 * The day of a column that holds milliseconds since 1970, as `dayOf` gives it; NULL where the column is. Right for times
 * from 1970 on. `today` is such a day.
 */
export function localDay(column: string, today: number): string {
  return `(${column} + ${shiftAt(column, stretches(today))}) / ${millisecondsPerDay}`;
}

/** Halving finds one of a hundred stretches with seven comparisons for each key. */
function shiftAt(column: string, all: readonly Stretch[]): string {
  const middle = Math.floor(all.length / 2);
  const edge = all[middle];
  if (middle === 0 || !edge) return String(all[0]?.shift ?? 0);
  const [before, after] = [all.slice(0, middle), all.slice(middle)];
  return `CASE WHEN ${column} < ${edge.from} THEN ${shiftAt(column, before)} ELSE ${shiftAt(column, after)} END`;
}

/** All stretches of the time zone Latchkey is in now, which a traveller changes. */
function stretches(today: number): readonly Stretch[] {
  const year = new Date(today * millisecondsPerDay).getUTCFullYear();
  const name = `${Intl.DateTimeFormat().resolvedOptions().timeZone} ${year}`;
  const found = known.get(name) ?? findStretches(Date.UTC(year + yearsAhead, 0));
  known.set(name, found);
  return found;
}

function findStretches(end: number): Stretch[] {
  const found: Stretch[] = [{ from: 0, shift: shiftOf(0) }];
  const step = stepDays * millisecondsPerDay;
  for (let time = 0; time < end; time += step) {
    if (shiftOf(time) !== shiftOf(time + step)) found.push(changeWithin(time, time + step));
  }
  return found;
}

/** The first moment after `before` with another shift, to the millisecond. */
function changeWithin(before: number, after: number): Stretch {
  if (after - before === 1) return { from: after, shift: shiftOf(after) };
  const middle = Math.floor((before + after) / 2);
  return shiftOf(middle) === shiftOf(before) ? changeWithin(middle, after) : changeWithin(before, middle);
}

/** By how much clocks here are ahead of UTC. Seconds included: Liberia was 44 minutes and 30 seconds behind. */
function shiftOf(time: number): number {
  const here = new Date(time);
  return (
    Date.UTC(
      here.getFullYear(),
      here.getMonth(),
      here.getDate(),
      here.getHours(),
      here.getMinutes(),
      here.getSeconds(),
    ) -
    Math.floor(time / 1000) * 1000
  );
}
