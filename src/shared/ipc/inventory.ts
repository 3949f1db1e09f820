/** The inventory as the window asks for it: windows of rows by position, sorted and filtered in SQL. */

import { keyDetailSchema, keyRowSchema } from '../domain/key.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

export const sortColumns = [
  'name',
  'workspace',
  'environment',
  'owner',
  'scope',
  'lastUsed',
  'rotation',
  'createdAt',
  'createdBy',
  'status',
] as const;

export const sortSchema = z.strictObject({
  column: z.enum(sortColumns),
  direction: z.enum(['ascending', 'descending']),
});

export const inventoryQuerySchema = z.strictObject({
  /** As typed, tokens and all; a key must match every term (`shared/domain/search`). */
  search: z.string().max(500),
  /** One workspace, or all of them. */
  workspaceId: z.string().nullable(),
  sort: sortSchema,
});
export type InventoryQuery = z.infer<typeof inventoryQuerySchema>;
export type SortColumn = (typeof sortColumns)[number];

/** Rows the window asks for at a time; main refuses more. */
const largestWindow = 200;

export const inventoryCalls = {
  /** `rows` start at `offset` (0-based position in the sorted result); `total` counts all matching rows, `all` every key in the workspaces looked at. */
  'inventory.rows': call(
    z.strictObject({
      query: inventoryQuerySchema,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(largestWindow),
    }),
    z.strictObject({ total: z.number().int(), all: z.number().int(), rows: z.array(keyRowSchema) }),
  ),
  /** Where a key stands in the result (0-based), or null when it does not match: keeps a selection in view. */
  'inventory.position': call(
    z.strictObject({ query: inventoryQuerySchema, keyId: z.string() }),
    z.strictObject({ position: z.number().int().nonnegative().nullable() }),
  ),
  'inventory.key': call(z.strictObject({ keyId: z.string() }), keyDetailSchema),
};

export const inventoryEvents = {
  /** Rows of these workspaces may differ from what was read before. */
  'inventory.changed': event(z.strictObject({ workspaceIds: z.array(z.string()) })),
};
