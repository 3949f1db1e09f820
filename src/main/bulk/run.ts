/** One job under way: a lane for each connection, several lanes at a time, and what to say about it meanwhile. */
import PQueue from 'p-queue';
import type { BulkCounts } from '#shared/ipc/bulk.ts';
import type { BulkJobRow } from '../store/api/bulk.ts';
import { createAnnouncements } from './announcements.ts';
import { runLane } from './lane.ts';
import type { BulkNeeds } from './needs.ts';
import { createPace, type Pace } from './pace.ts';

/** Connections served at the same time. */
const concurrency = 4;

export type Run = {
  counts: BulkCounts;
  stopping(): boolean;
  /** In milliseconds since 1970; null unless everything that is left waits. */
  waitingUntil(): number | null;
  stop(): void;
  /** Latchkey is about to end: as `stop`, but nobody wanted it. */
  interrupt(): void;
  /** When its end is written down. Never rejects. */
  over: Promise<void>;
};

/** `onProgress` is called a few times a second at most. `job` is marked as running already. */
export function startRun(needs: BulkNeeds, job: BulkJobRow, onProgress: () => void): Run {
  const { store, clock, sleep, random } = needs;
  const stop = new AbortController();
  const counts = { ...job.counts };
  const paces: Pace[] = [];
  const toLookAt = new Set<string>();
  let interrupted = false;
  const announcements = createAnnouncements(needs.emit, onProgress);
  const actions = needs.actions({
    emit: announcements.emit,
    lookSoon: (workspaceId) => toLookAt.add(workspaceId),
  });

  async function lane(connectionId: string): Promise<void> {
    if (stop.signal.aborted) return;
    const now = () => clock.now().getTime();
    const pace = createPace({ sleep, random, now, onChange: announcements.touch });
    paces.push(pace);
    await runLane(needs, {
      jobId: job.id,
      connectionId,
      action: job.action,
      actions,
      pace,
      stop: stop.signal,
      onItem(from, to) {
        counts[from] -= 1;
        counts[to] += 1;
        announcements.touch();
      },
    }).finally(() => paces.splice(paces.indexOf(pace), 1));
  }

  async function run(): Promise<void> {
    try {
      const connections = await store.read.bulkConnections(job.id);
      const queue = new PQueue({ concurrency });
      await Promise.all(connections.map((connectionId) => queue.add(() => lane(connectionId))));
    } catch (error) {
      // The store itself: what is under way elsewhere ends, and the list says how far it got.
      needs.explain(error);
      interrupted = true;
      stop.abort();
    }
    const state = interrupted ? 'interrupted' : stop.signal.aborted ? 'stopped' : 'finished';
    await store.write.setBulkState(job.id, state).catch(needs.explain);
  }

  return {
    counts,
    stopping: () => stop.signal.aborted,
    waitingUntil() {
      const times = paces.map((pace) => pace.waitingUntil());
      if (times.length === 0 || times.includes(null)) return null;
      return Math.min(...times.filter((time) => time !== null));
    },
    stop() {
      stop.abort();
      announcements.flush();
    },
    interrupt() {
      interrupted = true;
      stop.abort();
    },
    over: run().then(() => {
      announcements.flush();
      // Not waited for: reading workspaces takes its time, and the list says meanwhile what is not known.
      if (toLookAt.size > 0 && !interrupted) void needs.lookAt([...toLookAt]).catch(needs.explain);
    }),
  };
}
