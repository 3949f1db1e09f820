import type { Clock } from '../system/ports.ts';

/** `status` is null where no answer came. `milliseconds`: until the answer began. */
export type RequestEnd = { status: number | null; milliseconds: number };

/** What the adapters need from the system. Tests put in a sleep that does not wait and a chance that is known. */
export type PlatformPorts = {
  /** Latchkey's own version, for the User-Agent. */
  version: string;
  clock: Clock;
  /** Waits before a repeated read; rejects when the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** At least 0 and below 1, like Math.random. */
  random(): number;
  /**
   * Hears how far a platform's clock is ahead of ours, in milliseconds, after every answer that tells (`Date` counts
   * whole seconds, so anything below two seconds means nothing).
   */
  onClockSkew?: ((host: string, milliseconds: number) => void) | undefined;
  /** Hears of every request of a known connection how it ended; of those that were stopped from here, nothing. */
  onAnswer?: ((connectionId: string, answer: RequestEnd) => void) | undefined;
  /** How long a person may take to answer in the browser, in milliseconds; five minutes where left out. */
  answerLimit?: number | undefined;
  /** Longest time one request may take, answer included, in milliseconds. */
  timeout?: number | undefined;
};
