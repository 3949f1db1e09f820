/** A rotation run: one guided replacement of one key, from its twin to the proof that the old one is gone. */
import { z } from '../zod.ts';
import { errorInfoSchema } from './errors.ts';
import { lastUsedSchema } from './key.ts';
import { runReasonSchema, runStepSchema } from './run-step.ts';

/** Times are RFC 3339 in UTC. */
const time = z.string();

const runKeySchema = z.strictObject({
  /** Null where the inventory does not have it any more. */
  keyId: z.string().nullable(),
  remoteId: z.string(),
  name: z.string(),
  prefix: z.string(),
});

/** `skipped`: this platform or this run has no such step; `note` says why. */
const stepStateSchema = z.strictObject({
  step: runStepSchema,
  state: z.enum(['done', 'skipped', 'current', 'ahead']),
  /** When it was done or skipped; null before. */
  at: time.nullable(),
  /** How it went, in one sentence; empty while ahead. */
  note: z.string(),
});

/** What a run stands waiting for. */
const runWaitSchema = z.discriminatedUnion('kind', [
  /** The twin to be made: a person, or the platform to be reached for it. */
  z.strictObject({ kind: z.literal('twin'), since: time }),
  /** A write whose answer is missing: the next sync tells. */
  z.strictObject({ kind: z.literal('answer'), since: time }),
  /** The twin's secret: `handOver` is what its dialog needs; null where the secret was lost and a new twin is due. */
  z.strictObject({
    kind: z.literal('hand-over'),
    since: time,
    handOver: z.strictObject({ handOverId: z.string(), hiddenLength: z.number().int() }).nullable(),
  }),
  /** Everybody who uses the key to switch: ticked off, or the twin seen in use (where the platform reports it). */
  z.strictObject({ kind: z.literal('consumers'), since: time, twinUsed: lastUsedSchema }),
  /** The old key to be left alone; `until`: when it will have been quiet for long enough, null where nothing tells. */
  z.strictObject({ kind: z.literal('quiet'), since: time, oldUsed: lastUsedSchema, until: time.nullable() }),
  /** A person to disable the old key, or the platform to be reached for it. */
  z.strictObject({ kind: z.literal('disable'), since: time }),
  /** The day its quarantine is over; null where a person deletes it. */
  z.strictObject({ kind: z.literal('delete'), since: time, until: time.nullable() }),
  /** A list of the workspace without the old key. */
  z.strictObject({ kind: z.literal('proof'), since: time }),
]);
export type RunWait = z.infer<typeof runWaitSchema>;

export const runSchema = z.strictObject({
  id: z.string(),
  workspaceId: z.string(),
  /** Runs that were begun together have the same. */
  togetherId: z.string().nullable(),
  reason: runReasonSchema,
  startedAt: time,
  endedAt: time.nullable(),
  old: runKeySchema,
  /** Null before it is made. */
  twin: runKeySchema.nullable(),
  /** What the twin is or will be called. */
  twinName: z.string(),
  /** `running`: a person is asked for something; `waiting`: only time or an answer is. `cancelled`: everything was taken back. */
  state: z.enum(['running', 'waiting', 'done', 'cancelled']),
  steps: z.array(stepStateSchema),
  /** Null once it has ended. */
  waits: runWaitSchema.nullable(),
  /** Why the last try of the current step failed. */
  problem: errorInfoSchema.nullable(),
  consumers: z.array(z.strictObject({ name: z.string(), doneAt: time.nullable() })),
  quietHours: z.number().int(),
  disabledDays: z.number().int(),
  /** What *Undo* would take back, as a sentence with its consequence; null where nothing can be taken back any more. */
  undo: z.strictObject({ step: runStepSchema, says: z.string() }).nullable(),
});
export type Run = z.infer<typeof runSchema>;
