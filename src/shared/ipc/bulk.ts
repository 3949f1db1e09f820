/** One change over many keys: what it is, what it would do, and what became of each key. */
import { environmentSchema } from '../domain/environment.ts';
import { grantSchema } from '../domain/grant.ts';
import { z } from '../zod.ts';

/** Scopes that are added or removed leaf by leaf exist on Roboflow alone; replacing is for every platform. */
const scopeChangeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('add'), scopes: z.array(z.string().min(1).max(200)).min(1).max(500) }),
  z.strictObject({ mode: z.literal('remove'), scopes: z.array(z.string().min(1).max(200)).min(1).max(500) }),
  z.strictObject({ mode: z.literal('replace'), grant: grantSchema }),
]);
export type ScopeChange = z.infer<typeof scopeChangeSchema>;

export const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disable') }),
  z.strictObject({ kind: z.literal('enable') }),
  z.strictObject({ kind: z.literal('delete') }),
  /** Disabled now, deleted after so many days. */
  z.strictObject({ kind: z.literal('quarantine'), days: z.number().int().min(1).max(365) }),
  z.strictObject({ kind: z.literal('environment'), environment: environmentSchema }),
  z.strictObject({ kind: z.literal('owner'), owner: z.string().max(200).nullable() }),
  z.strictObject({ kind: z.literal('scope'), change: scopeChangeSchema }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** What a person asks for before any value is chosen. */
export type BulkActionKind = BulkAction['kind'];
