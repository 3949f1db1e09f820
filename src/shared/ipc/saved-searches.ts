/** Searches kept under a name, in the order of the sidebar. */
import { longestSearchName } from '../domain/saved-search.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const savedSearchSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** In the one spelling that `keptSearch` gives it. */
  search: z.string().max(500),
  /** The workspace that was chosen when it was saved; null for all of them. */
  workspaceId: z.string().nullable(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

const named = z.string().max(longestSearchName);
/** Counted from 0. */
const position = z.number().int().nonnegative();

export const savedSearchCalls = {
  'savedSearches.list': call(z.strictObject({}), z.array(savedSearchSchema)),
  /** How many keys each of them finds now; apart from the list, which need not wait for it. */
  'savedSearches.counts': call(
    z.strictObject({}),
    z.array(z.strictObject({ id: z.string(), count: z.number().int() })),
  ),
  /** Goes to the end of the list. Refused where the name or the search is there already. */
  'savedSearches.add': call(
    z.strictObject({ name: named, search: z.string().max(500), workspaceId: z.string().nullable() }),
    savedSearchSchema,
  ),
  'savedSearches.rename': call(z.strictObject({ id: z.string(), name: named }), savedSearchSchema),
  /** A position past the end is the end. */
  'savedSearches.move': call(z.strictObject({ id: z.string(), position }), z.strictObject({})),
  /** Answers what it takes to put it back. */
  'savedSearches.remove': call(
    z.strictObject({ id: z.string() }),
    z.strictObject({ removed: savedSearchSchema, position }),
  ),
  'savedSearches.restore': call(z.strictObject({ removed: savedSearchSchema, position }), z.strictObject({})),
};

export const savedSearchEvents = {
  'savedSearches.changed': event(z.strictObject({})),
};
