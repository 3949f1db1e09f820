/** Sign-ins under way that the window may break off, by an id it chose itself. */
export type Cancelling = {
  /** Runs `work` with a signal for as long as it takes. Without an id it cannot be broken off. */
  run<Value>(
    requestId: string | undefined,
    work: (signal: AbortSignal | undefined) => Promise<Value>,
  ): Promise<Value>;
  /** False where nothing of that id is under way. */
  cancel(requestId: string): boolean;
};

export function createCancelling(): Cancelling {
  const underWay = new Map<string, AbortController>();
  return {
    async run(requestId, work) {
      if (requestId === undefined) return work(undefined);
      const controller = new AbortController();
      underWay.set(requestId, controller);
      try {
        return await work(controller.signal);
      } finally {
        underWay.delete(requestId);
      }
    },
    cancel(requestId) {
      const found = underWay.get(requestId);
      found?.abort();
      return found !== undefined;
    },
  };
}
