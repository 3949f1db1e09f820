/** How the platforms of each connection answered of late: the last answer, and a median over the last few. */
import type { RequestEnd } from '../platforms/ports.ts';
import type { Answered } from '../store/api/connections.ts';
import type { Store } from '../store/client.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';

/** Enough that one slow answer does not count, few enough that a line that became slow shows. */
const counted = 20;
/** A sync of 500 workspaces gets thousands of answers: they are stored, and told to the window, together. */
const pauseMs = 500;

export type AnswerLog = {
  heard(connectionId: string, end: RequestEnd): void;
  /** Stores what was heard and not stored yet. */
  flush(): Promise<void>;
  /** Stores the rest; what comes later is not kept. */
  close(): Promise<void>;
};

type Needs = { store: Store; clock: Clock; emit: Emit; report: (error: unknown) => void };

export function createAnswerLog({ store, clock, emit, report }: Needs): AnswerLog {
  const times = new Map<string, number[]>();
  const unsaved = new Map<string, { last: Answered; latency: number | null }>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const answers = [...unsaved].map(([connectionId, answer]) => ({ connectionId, ...answer }));
    unsaved.clear();
    if (answers.length === 0) return;
    await store.write.keepAnswers(answers);
    emit('connections.changed', {});
  }

  return {
    heard(connectionId, { status, milliseconds }) {
      if (closed) return;
      const known = times.get(connectionId) ?? [];
      // What did not answer took no time to answer.
      const recent = status === null ? known : [...known, milliseconds].slice(-counted);
      times.set(connectionId, recent);
      const last = { at: timestamp(clock), status, milliseconds };
      unsaved.set(connectionId, { last, latency: median(recent) });
      timer ??= setTimeout(() => void flush().catch(report), pauseMs);
    },
    flush,
    async close() {
      closed = true;
      await flush();
    },
  };
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
