/** The keys of one connection: sent in order, a few at a time, slower when the platform asks for it. */
import type { ErrorCode } from '#shared/domain/errors.ts';
import type { BulkAction, BulkItemState } from '#shared/ipc/bulk.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import type { BulkTask } from '../store/api/bulk.ts';
import { timestamp } from '../system/ports.ts';
import type { BulkActions, BulkNeeds } from './needs.ts';
import { changeOneKey } from './one-key.ts';
import type { Pace } from './pace.ts';

/** Keys under way at the same time over one connection; more only meets the platform's limits sooner. */
const concurrency = 4;
/** Tasks read from the store at a time. */
const batch = 100;
/** A key the platform refuses so often for its limits alone counts as failed. */
const mostWaits = 20;
/** This many in a row without an answer: the connection is down, and so would be the rest. */
const mostLost = 3;

/** Whatever else is sent over the connection would end the same way. */
const endsConnection: ReadonlySet<ErrorCode> = new Set([
  'unauthorized',
  'sign-in-needed',
  'wrong-workspace',
  'keychain',
]);
const isLost: ReadonlySet<ErrorCode> = new Set(['offline', 'timeout', 'tls']);

export type Lane = {
  jobId: string;
  connectionId: string;
  action: BulkAction;
  actions: BulkActions;
  pace: Pace;
  /** No more is begun; what is under way ends. */
  stop: AbortSignal;
  /** Hears of every item that is in another state. */
  onItem(from: BulkItemState, to: BulkItemState): void;
};

/** Answers when nothing is left to send, or nothing more is to be sent. Throws where the store fails. */
export async function runLane(needs: BulkNeeds, lane: Lane): Promise<void> {
  const { store, clock, explain } = needs;
  const { jobId, connectionId, pace, stop } = lane;
  const next = taskSource(needs, lane);
  /** Why the rest is not sent. */
  let broken: string | null = null;
  let lostInARow = 0;

  async function worker(): Promise<void> {
    while (broken === null && (await mayGoOn())) {
      const task = await next();
      if (!task) return;
      await work(task);
    }
  }

  async function mayGoOn(): Promise<boolean> {
    await pace.ready(stop).catch(() => undefined);
    return !stop.aborted;
  }

  async function work(task: BulkTask): Promise<void> {
    for (let waits = 0; ; waits += 1) {
      await store.write.setBulkItem(task.item, 'sending', '', timestamp(clock));
      if (waits === 0) lane.onItem('change', 'sending');
      try {
        await changeOneKey({ store, actions: lane.actions }, lane.action, task);
        pace.wentThrough();
        lostInARow = 0;
        await end(task, 'done', '');
        return;
      } catch (error) {
        if (isRateLimit(error) && waits < mostWaits) {
          pace.slowDown(error.retryAfter);
          if (await mayGoOn()) continue;
          return end(task, 'change', '');
        }
        return fail(task, error);
      }
    }
  }

  async function fail(task: BulkTask, error: unknown): Promise<void> {
    const { code, message, hint } = explain(error);
    const state = await store.write.failBulkItem(task.item, [message, hint].filter(Boolean).join(' '));
    lane.onItem('sending', state);
    lostInARow = isLost.has(code) ? lostInARow + 1 : 0;
    if (endsConnection.has(code) || lostInARow >= mostLost) broken ??= `Not sent. ${message}`;
  }

  async function end(task: BulkTask, state: 'done' | 'change', detail: string): Promise<void> {
    await store.write.setBulkItem(task.item, state, detail);
    lane.onItem('sending', state);
  }

  await Promise.all(Array.from({ length: concurrency }, worker));
  if (broken !== null) await store.write.noteBulkLeft(jobId, connectionId, broken);
}

/** Hands out the lane's tasks one by one, in order, however many ask. */
function taskSource(
  { store }: BulkNeeds,
  { jobId, connectionId }: Lane,
): () => Promise<BulkTask | undefined> {
  let buffer: BulkTask[] = [];
  let last = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    buffer = await store.read.bulkTasks(jobId, connectionId, last, batch);
    last = buffer.at(-1)?.item ?? last;
  }

  return async () => {
    if (buffer.length === 0) {
      reading ??= read().finally(() => {
        reading = null;
      });
      await reading;
    }
    return buffer.shift();
  };
}

function isRateLimit(error: unknown): error is PlatformError {
  return error instanceof PlatformError && error.code === 'rate-limited';
}
