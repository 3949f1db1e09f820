/** Time as the secrets need it: later, and what time it will be then. Tests put in a clock they turn themselves. */
export type Timer = {
  now(): Date;
  /** Runs once after so many milliseconds, unless the answered function is called before. */
  after(milliseconds: number, run: () => void): () => void;
};

export const systemTimer: Timer = {
  now: () => new Date(),
  after(milliseconds, run) {
    const handle = setTimeout(run, milliseconds);
    return () => clearTimeout(handle);
  },
};
