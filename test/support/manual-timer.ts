/** A clock that stands still until a test turns it. */
import type { Timer } from '../../src/main/secrets/timer.ts';

export class ManualTimer implements Timer {
  #now = Date.parse('2026-11-21T08:00:00Z');
  #waiting: { due: number; run: () => void }[] = [];

  now(): Date {
    return new Date(this.#now);
  }

  after(milliseconds: number, run: () => void): () => void {
    const entry = { due: this.#now + milliseconds, run };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry);
    };
  }

  /** How many are set and have not run. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs what falls due, in order, and lets every promise that follows from it settle. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#waiting
        .filter(({ due }) => due <= end)
        .sort((one, other) => one.due - other.due)
        .at(0);
      if (!next) break;
      this.#now = next.due;
      this.#waiting = this.#waiting.filter((each) => each !== next);
      next.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }
}

/** Until the queue of promises is empty: immediates run after it. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
