/** Moments on a clock face, where the end of a period is next to its beginning. */

export type Cluster = {
  /** The middle of most of them, from 0 up to the period. */
  centre: number;
  /** How many of them lie within the tolerance of it, from 0 to 1. */
  share: number;
  /** How far those are from it on average. */
  spread: number;
};

/** All in milliseconds. For no moments at all the share is 0. */
export function circle(moments: readonly number[], period: number, tolerance: number): Cluster {
  const phases = moments.map((moment) => ((moment % period) + period) % period).toSorted((a, b) => a - b);
  const count = phases.length;
  let best = { from: 0, length: 0 };
  // The most that fit into a window of twice the tolerance; it may begin before the end and close after it.
  for (let from = 0, to = 0; from < count; from += 1) {
    while (to < from + count && at(phases, to, period) - at(phases, from, period) <= 2 * tolerance) to += 1;
    if (to - from > best.length) best = { from, length: to - from };
  }
  if (best.length === 0) return { centre: 0, share: 0, spread: 0 };
  const members = Array.from({ length: best.length }, (_, index) => at(phases, best.from + index, period));
  const mean = members.reduce((sum, member) => sum + member, 0) / members.length;
  const spread = members.reduce((sum, member) => sum + Math.abs(member - mean), 0) / members.length;
  return { centre: mean % period, share: best.length / count, spread };
}

function at(phases: readonly number[], index: number, period: number): number {
  const turns = Math.floor(index / phases.length);
  return (phases[index - turns * phases.length] ?? 0) + turns * period;
}
