/** Keys that somebody else may have: end one now, replace it, and keep a record of what was done. */
import { errorInfoSchema } from '../domain/errors.ts';
import { incidentSchema, incidentTaskSchema, mostWhatHappened } from '../domain/incident.ts';
import { runSchema } from '../domain/rotation-run.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

const keyId = z.string();
const runId = z.string();
const whatHappened = z.string().max(mostWhatHappened);

/** What pressing the button would do, before anything is sent. */
const incidentPlanSchema = z.strictObject({
  /** What its replacement will be called. */
  twinName: z.string(),
  /** `disable`: at once, and deleted some days later; `delete`: at once, since this platform cannot disable. */
  ends: z.enum(['disable', 'delete']),
  /** What this platform or plan cannot do, or what will not come along. */
  warnings: z.array(z.string()),
  /** A rotation that the key is in: as `old` it is taken over; of a `twin` the rotation says what can be done. */
  underWay: z.strictObject({ as: z.enum(['old', 'twin']), run: runSchema }).nullable(),
  /** Why it cannot begin (this login, protected, gone, role); null where it can. */
  refusal: errorInfoSchema.nullable(),
});
export type IncidentPlan = z.infer<typeof incidentPlanSchema>;

export const incidentCalls = {
  'incidents.plan': call(z.strictObject({ keyId }), incidentPlanSchema),
  /** Ends the key's secret, then replaces it; a planned rotation under way is taken over. */
  'incidents.start': call(z.strictObject({ keyId, whatHappened }), runSchema),
  /** Of a run that replaces a compromised key; null for any other. */
  'incidents.get': call(z.strictObject({ runId }), z.strictObject({ incident: incidentSchema.nullable() })),
  'incidents.tick': call(
    z.strictObject({ runId, task: incidentTaskSchema, done: z.boolean() }),
    incidentSchema,
  ),
  /** What happened, as more becomes known. */
  'incidents.describe': call(z.strictObject({ runId, whatHappened }), incidentSchema),
  /** The incident note as Markdown. It never holds a secret. */
  'incidents.note': call(z.strictObject({ runId }), z.strictObject({ text: z.string() })),
  /** Asks where to save the note. Null when the person thought better of it. */
  'incidents.saveNote': call(
    z.strictObject({ runId }),
    z.strictObject({ /** Without its folder. */ fileName: z.string() }).nullable(),
  ),
};
