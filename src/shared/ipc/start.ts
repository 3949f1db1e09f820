/** The start, which can fail: what stands in its way, what can be done, and what a repair kept. Answers before all else. */
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const startProblemSchema = z.strictObject({
  kind: z.enum(['unwritable', 'full', 'read-only', 'busy', 'corrupt', 'newer', 'foreign', 'other']),
  title: z.string(),
  /** What happened, what it means, what to do: a sentence or two each. */
  happened: z.string(),
  meaning: z.string(),
  next: z.string(),
  /** The file it is about. */
  file: z.string(),
});
export type StartProblem = z.infer<typeof startProblemSchema>;

const repairReportSchema = z.strictObject({
  /** Where the damaged file is now. */
  movedTo: z.string(),
  /** What was looked for in it; `all`: everything there was. */
  kept: z.array(
    z.strictObject({ what: z.string(), count: z.number().int(), share: z.enum(['all', 'some', 'none']) }),
  ),
});
export type RepairReport = z.infer<typeof repairReportSchema>;

const startStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('starting') }),
  z.strictObject({ phase: z.literal('problem'), problem: startProblemSchema }),
  z.strictObject({
    phase: z.literal('ready'),
    /** A repair whose report has not been read yet. */
    repair: repairReportSchema.nullable(),
    /** What keeps changes from being stored right now. */
    trouble: startProblemSchema.nullable(),
  }),
]);
export type StartState = z.infer<typeof startStateSchema>;

const nothing = z.strictObject({});

export const startCalls = {
  'start.state': call(nothing, startStateSchema),
  /** Opens the data again, and checks the whole of it; while Latchkey runs it is closed first. */
  'start.tryAgain': call(nothing, startStateSchema),
  /** Only for a corrupt file: renames it, keeps what can be read of it in a new one, and starts. */
  'start.moveAside': call(nothing, startStateSchema),
  /** The report of the repair was read. */
  'start.repairRead': call(nothing, startStateSchema),
  /** Shows the file of the data, or the damaged one that was moved aside, in the system's file manager. */
  'start.showFolder': call(z.strictObject({ which: z.enum(['data', 'damaged']) }), nothing),
  'start.quit': call(nothing, nothing),
};

export const startEvents = {
  'start.changed': event(startStateSchema),
};
