/** How fast one connection's keys are sent: at full speed, until the platform asks to slow down. */

/** Without a time from the platform: doubled at each refusal in a row, up to a minute. In milliseconds. */
const firstWait = 1_000;
const longestOwnWait = 60_000;
/** So that many clients do not come back in step. In milliseconds. */
const jitter = 500;

export type Pace = {
  /** Resolves once something may be sent. Rejects when the signal aborts. */
  ready(signal: AbortSignal): Promise<void>;
  /** The platform refused because of too many requests; `after` is what it asked for, in milliseconds. */
  slowDown(after: number | null): void;
  /** Something went through. */
  wentThrough(): void;
  /** When sending goes on, in milliseconds since 1970; null where nothing holds it up. */
  waitingUntil(): number | null;
};

type Ports = {
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  random(): number;
  now(): number;
  /** Hears that it began to wait, or went on. */
  onChange(): void;
};

export function createPace({ sleep, random, now, onChange }: Ports): Pace {
  let refusals = 0;
  let until: number | null = null;

  return {
    async ready(signal) {
      while (until !== null) {
        const wait = until;
        await sleep(Math.max(0, wait - now()), signal);
        // Refused again meanwhile: then there is another time to wait for.
        if (until === wait) {
          until = null;
          onChange();
        }
      }
    },
    slowDown(after) {
      const own = Math.min(longestOwnWait, firstWait * 2 ** refusals);
      refusals += 1;
      const wanted = now() + (after ?? own) + random() * jitter;
      // Answers to what was under way come late: an earlier time never shortens the wait.
      until = Math.max(until ?? 0, wanted);
      onChange();
    },
    wentThrough() {
      refusals = 0;
    },
    waitingUntil: () => until,
  };
}
