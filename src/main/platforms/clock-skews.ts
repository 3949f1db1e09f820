/** How far the platforms' clocks are from this computer's, as their answers tell. Kept in memory: the next answer tells it anew. */
import type { HostClock } from '#shared/ipc/sync.ts';

/** A median of a few: one answer may have been held up on its way. */
const samples = 5;
/** `Date` counts whole seconds, and an answer takes its time: less than this is no difference. */
const noticeable = 5_000;
/** A clock drifts by a second now and then; that is not worth telling anybody. */
const worthTelling = 30_000;

export type ClockSkews = {
  /** After an answer: by how many milliseconds the host's clock seemed to be ahead. */
  heard(host: string, ahead: number): void;
  /** 0 where nothing is known, or nothing noticeable. */
  ahead(host: string): number;
  /** The least of the last answers, for what must not happen too early: a clock of ours that jumped shows at once. */
  leastAhead(host: string): number;
  /** Hosts with a noticeable difference. */
  all(): HostClock[];
};

/** `tell` gets all of them whenever one changed by more than half a minute. */
export function createClockSkews(tell: (clocks: HostClock[]) => void): ClockSkews {
  const heard = new Map<string, number[]>();
  const told = new Map<string, number>();

  function ahead(host: string): number {
    const sorted = [...(heard.get(host) ?? [])].sort((a, b) => a - b);
    const middle = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
    return Math.abs(middle) < noticeable ? 0 : middle;
  }
  const all = () =>
    [...heard.keys()].map((host) => ({ host, ahead: ahead(host) })).filter((clock) => clock.ahead !== 0);

  return {
    heard(host, milliseconds) {
      heard.set(host, [...(heard.get(host) ?? []), milliseconds].slice(-samples));
      const now = ahead(host);
      if (Math.abs(now - (told.get(host) ?? 0)) < worthTelling) return;
      told.set(host, now);
      tell(all());
    },
    ahead,
    leastAhead: (host) => Math.min(...(heard.get(host) ?? [0])),
    all,
  };
}
