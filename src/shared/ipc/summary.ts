/** The figures and the chart over the inventory, of one workspace or all of them. */
import { z } from '../zod.ts';
import { call } from './define.ts';

const count = z.number().int().nonnegative();

const summarySchema = z.strictObject({
  /** All keys of the workspaces looked at, as many as the table has without a search. */
  keys: count,
  /** Keys that the search of this name finds (`shared/domain/summary.ts`). */
  figures: z.strictObject({
    overdue: count,
    dueSoon: count,
    unused: count,
    fullAccess: count,
    withoutEnvironment: count,
  }),
  /** Keys due in each week, this one first; days as `dayOf` has them, `before` being the first day after the week. */
  weeks: z.array(
    z.strictObject({
      from: z.number().int(),
      before: z.number().int(),
      count,
      /** Begins within the days that count as due soon. */
      soon: z.boolean(),
    }),
  ),
});
export type Summary = z.infer<typeof summarySchema>;

export const summaryCalls = {
  'summary.read': call(z.strictObject({ workspaceId: z.string().nullable() }), summarySchema),
};
