/** What happened to keys between two readings of a workspace: the time machine's events. */
import { z } from '../zod.ts';
import { grantSchema } from './grant.ts';

/**
 * In the order in which a filter lists them. `vanished`: not in the workspace's list any more; `returned`: in it again.
 * `silent`: used regularly before, and not any more; `woke`: used after a long time without any use. `rescoped`: some abilities were exchanged for others, or the same ones are written differently.
 */
export const changeKinds = [
  'new',
  'wider',
  'narrower',
  'rescoped',
  'folders',
  'renamed',
  'disabled',
  'enabled',
  'protected',
  'unprotected',
  'vanished',
  'returned',
  'silent',
  'woke',
] as const;
export const changeKindSchema = z.enum(changeKinds);
export type ChangeKind = z.infer<typeof changeKindSchema>;

const whatSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), grant: grantSchema }),
  z.strictObject({
    kind: z.enum(['wider', 'narrower', 'rescoped']),
    before: grantSchema,
    after: grantSchema,
  }),
  /** Ids of the folders the key is restricted to; none means that it is not restricted. */
  z.strictObject({ kind: z.literal('folders'), before: z.array(z.string()), after: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('renamed'), before: z.string(), after: z.string() }),
  z.strictObject({
    kind: z.enum(['disabled', 'enabled', 'protected', 'unprotected', 'returned']),
  }),
  /** `replacedBy`: what the key is called that took its place when it was rolled from here; null where none did. */
  z.strictObject({ kind: z.literal('vanished'), replacedBy: z.string().nullable() }),
  /** When it was used last. */
  z.strictObject({ kind: z.literal('silent'), lastUsed: z.string() }),
  /** `since`: when it was used before; where `first`, when it was made. `days`: in which it was not used, at least. */
  z.strictObject({
    kind: z.literal('woke'),
    since: z.string(),
    days: z.number().int(),
    first: z.boolean(),
  }),
]);
export type WhatChanged = z.infer<typeof whatSchema>;

export const keyChangeSchema = z.strictObject({
  /** Rises with every change, over all workspaces. */
  seq: z.number().int(),
  workspaceId: z.string(),
  /** Latchkey's id of the key, which may have left the inventory since. */
  keyId: z.string(),
  /** When Latchkey saw it, by this computer's clock; it happened at some time since the reading before. */
  at: z.string(),
  /** Done through this Latchkey, and so nothing that others did. */
  own: z.boolean(),
  /** The key as it was then. */
  name: z.string(),
  prefix: z.string(),
  createdBy: z.string().nullable(),
  what: whatSchema,
});
export type KeyChange = z.infer<typeof keyChangeSchema>;
