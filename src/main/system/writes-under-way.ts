/**
 * Which remote writes are under way, and how many have ended in each workspace.
 *
 * A list that was asked for before a write ended and is stored after it would take that write back in the inventory: whoever
 * reads a workspace compares the counts and reads again. And an intent whose answer may still come is not open yet.
 */
export type WritesUnderWay = {
  /** Answers what to call when the write has ended and its result is stored. */
  begin(workspaceId: string, intentId: string, keyId?: string | null): () => void;
  has(intentId: string): boolean;
  onKey(keyId: string): boolean;
  anyIn(workspaceId: string): boolean;
  endedIn(workspaceId: string): number;
  /** Calls back once, as soon as no write is under way in the workspace; at once where none is. */
  whenQuiet(workspaceId: string, then: () => void): void;
};

export function createWritesUnderWay(): WritesUnderWay {
  const ended = new Map<string, number>();
  const underWay = new Map<string, { workspaceId: string; keyId: string | null }>();
  const waiting = new Map<string, (() => void)[]>();
  const endedIn = (workspaceId: string) => ended.get(workspaceId) ?? 0;
  const anyIn = (workspaceId: string) =>
    [...underWay.values()].some((write) => write.workspaceId === workspaceId);

  function tellQuiet(workspaceId: string): void {
    if (anyIn(workspaceId)) return;
    const waiters = waiting.get(workspaceId) ?? [];
    waiting.delete(workspaceId);
    for (const tell of waiters) tell();
  }

  return {
    begin(workspaceId, intentId, keyId = null) {
      underWay.set(intentId, { workspaceId, keyId });
      return () => {
        if (!underWay.delete(intentId)) return;
        ended.set(workspaceId, endedIn(workspaceId) + 1);
        tellQuiet(workspaceId);
      };
    },
    has: (intentId) => underWay.has(intentId),
    onKey: (keyId) => [...underWay.values()].some((write) => write.keyId === keyId),
    anyIn,
    endedIn,
    whenQuiet(workspaceId, then) {
      waiting.set(workspaceId, [...(waiting.get(workspaceId) ?? []), then]);
      tellQuiet(workspaceId);
    },
  };
}
