/** The capability lens: keys against abilities, by position, counted and sorted in SQL. */
import { abilityIds } from '../domain/abilities.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';
import { inventoryQuerySchema } from './inventory.ts';

const lensSortSchema = z.strictObject({
  /** `abilities` is their number; an ability puts the keys that have it together. */
  by: z.enum(['name', 'abilities', ...abilityIds]),
  direction: z.enum(['ascending', 'descending']),
});
export type LensSort = z.infer<typeof lensSortSchema>;

const lensQuerySchema = inventoryQuerySchema.omit({ sort: true }).extend({ sort: lensSortSchema });
export type LensQuery = z.infer<typeof lensQuerySchema>;

const lensRowSchema = z.strictObject({
  keyId: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  prefix: z.string(),
  /** Bits, as `abilityBit` has them. */
  abilities: z.number().int().nonnegative(),
});
export type LensRow = z.infer<typeof lensRowSchema>;

const lensPageSchema = z.strictObject({
  /** Matching keys, and every key in the workspaces looked at. */
  total: z.number().int(),
  all: z.number().int(),
  /** Of the matching keys, how many have each ability. */
  counts: z.record(z.enum(abilityIds), z.number().int()),
  rows: z.array(lensRowSchema),
});
export type LensPage = z.infer<typeof lensPageSchema>;

export const lensCalls = {
  'lens.rows': call(
    z.strictObject({
      query: lensQuerySchema,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    lensPageSchema,
  ),
};
