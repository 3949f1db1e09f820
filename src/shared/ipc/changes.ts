/** What changed at the platforms since the reader last looked, and how far they have looked. */
import { changeKindSchema, keyChangeSchema } from '../domain/change.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const changeViewSchema = z.strictObject({
  /** One workspace, or all of them. */
  workspaceId: z.string().nullable(),
  /** `visit`: what was not on the list at an earlier visit. `all`: everything that is kept. */
  period: z.enum(['visit', 'all']),
  kind: changeKindSchema.nullable(),
  /** Also what was done through this Latchkey. */
  own: z.boolean(),
});
export type ChangeView = z.infer<typeof changeViewSchema>;

const countSchema = z.number().int().nonnegative();

/** How far one workspace's changes have been seen; kept so that *Mark all as seen* can be undone. */
const changeMarkSchema = z.strictObject({
  workspaceId: z.string(),
  seenThrough: countSchema,
  seenAt: z.string().nullable(),
});
export type ChangeMark = z.infer<typeof changeMarkSchema>;

const overviewSchema = z.strictObject({
  /** The newest change there is. Rows asked for with it stay one list while others arrive. */
  upTo: countSchema,
  /** When the last visit was; null where there was none. */
  since: z.string().nullable(),
  total: countSchema,
  /** Workspaces with changes, in the order of the sidebar. */
  groups: z.array(z.strictObject({ workspaceId: z.string(), count: countSchema })),
  /** How many there are of each kind, whatever kind the view asks for. */
  kinds: z.array(z.strictObject({ kind: changeKindSchema, count: countSchema })),
});
export type ChangesOverview = z.infer<typeof overviewSchema>;

/** Rows the window asks for at a time; main refuses more. */
const largestWindow = 200;
/** Far more workspaces than anyone has. */
const mostMarks = 10_000;
const reachSchema = z.strictObject({ workspaceId: z.string().nullable(), upTo: countSchema });

export const changeCalls = {
  'changes.overview': call(changeViewSchema, overviewSchema),
  /** Workspace by workspace as in the overview, newest first. `offset` counts changes, not headings. */
  'changes.rows': call(
    z.strictObject({
      view: changeViewSchema,
      upTo: countSchema,
      offset: countSchema,
      limit: z.number().int().min(1).max(largestWindow),
    }),
    z.array(keyChangeSchema),
  ),
  /** Changes by others that were never on the list: the number in the sidebar. */
  'changes.unseen': call(z.strictObject({}), z.strictObject({ count: countSchema })),
  /** The list was on screen, in front, up to this change: the next visit starts after it. */
  'changes.shown': call(reachSchema, z.strictObject({})),
  /** Ends the visit at once. Answers where it stood before. */
  'changes.markSeen': call(reachSchema, z.strictObject({ before: z.array(changeMarkSchema) })),
  'changes.restoreMarks': call(
    z.strictObject({ marks: z.array(changeMarkSchema).max(mostMarks) }),
    z.strictObject({}),
  ),
};

export const changeEvents = {
  /** Another visit began, or marks moved: read the list again. */
  'changes.changed': event(z.strictObject({})),
};
