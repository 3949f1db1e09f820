/** Rotation runs: begin, carry on, take back. */
import { errorInfoSchema } from '../domain/errors.ts';
import { runSchema } from '../domain/rotation-run.ts';
import { runReasonSchema, runStepSchema } from '../domain/run-step.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const keyId = z.string();
const runId = z.string();

/** What a run of one key would be, before anything is sent. */
const runPreviewSchema = z.strictObject({
  keyId,
  twinName: z.string(),
  consumers: z.array(z.string()),
  /** Why none can begin (this login, protected, disabled, one is under way, role); null where it can. */
  refusal: errorInfoSchema.nullable(),
  /** What this platform cannot do, or what will not come along. */
  warnings: z.array(z.string()),
});
export type RunPreview = z.infer<typeof runPreviewSchema>;

export const runCalls = {
  'runs.preview': call(
    z.strictObject({ keyIds: z.array(keyId).min(1).max(100), reason: runReasonSchema }),
    z.strictObject({ keys: z.array(runPreviewSchema) }),
  ),
  /** Makes the twins. Keys that are refused are named; the others go on. */
  'runs.start': call(
    z.strictObject({
      keyIds: z.array(keyId).min(1).max(100),
      reason: runReasonSchema,
      quietHours: z.number().int().min(0).max(720),
      disabledDays: z.number().int().min(1).max(365),
    }),
    z.strictObject({
      runs: z.array(runSchema),
      refused: z.array(z.strictObject({ keyId, error: errorInfoSchema })),
    }),
  ),
  'runs.get': call(z.strictObject({ runId }), runSchema),
  /** The run a key is in, as old key or as twin, or the last it was in; null where there was none. */
  'runs.ofKey': call(z.strictObject({ keyId }), z.strictObject({ run: runSchema.nullable() })),
  /** Live runs begun together with it, itself among them. */
  'runs.together': call(z.strictObject({ runId }), z.strictObject({ runs: z.array(runSchema) })),
  /** For the board's columns; `done` newest first, the others by how long they have stood. */
  'runs.rows': call(
    z.strictObject({
      workspaceId: z.string().nullable(),
      state: z.enum(['running', 'waiting', 'done']),
      /** As typed; the old key or its twin has to match. */
      search: z.string().max(500).default(''),
      /** Only those that ended then or later. */
      endedSince: z.iso.datetime().exactOptional(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(runSchema) }),
  ),
  /** Ticks a consumer off, or takes the tick back; `together`: in all live runs begun together. */
  'runs.tick': call(
    z.strictObject({ runId, consumer: z.string(), done: z.boolean(), together: z.boolean() }),
    runSchema,
  ),
  /** A person says that the current step is over, or orders it (again): refused where it stands elsewhere by now. */
  'runs.carryOn': call(z.strictObject({ runId, step: runStepSchema }), runSchema),
  /** Takes back the last step that was done. */
  'runs.undo': call(z.strictObject({ runId, step: runStepSchema }), runSchema),
  /** Takes back every step: the old key as it was, the twin deleted. */
  'runs.cancel': call(z.strictObject({ runId }), runSchema),
  /** Where the twin's secret was lost: deletes that twin and makes another. */
  'runs.newTwin': call(z.strictObject({ runId }), runSchema),
};

export const runEvents = {
  'runs.changed': event(z.strictObject({})),
};
