/** The bin of keys that are disabled now and deleted later. */
import { keyDetailSchema } from '../domain/key.ts';
import { quarantinePlanSchema, quarantineSchema } from '../domain/quarantine.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const keyId = z.string();

const quarantineRowSchema = quarantineSchema.extend({
  keyId,
  workspaceId: z.string(),
  name: z.string(),
  prefix: z.string(),
  /** False where somebody enabled it meanwhile. */
  disabled: z.boolean(),
});
export type QuarantineRow = z.infer<typeof quarantineRowSchema>;

/**
 * `deleted`: as planned. `held`: due, but not as it was left. `vanished`: deleted by somebody elsewhere.
 * `workspace-removed`: its workspace was taken out of Latchkey, so it stays disabled at the platform.
 */
const newsKindSchema = z.enum(['deleted', 'held', 'vanished', 'workspace-removed']);
export type QuarantineNewsKind = z.infer<typeof newsKindSchema>;

const newsSchema = z.strictObject({
  /** Keys in quarantine, and how many of them wait for a decision. */
  count: z.number().int(),
  asking: z.number().int(),
  /** What happened without anybody asking and was not read yet, counted by kind. */
  told: z.array(
    z.strictObject({
      kind: newsKindSchema,
      amount: z.number().int(),
      /** At least one of them fell due while Latchkey was closed. */
      whileClosed: z.boolean(),
    }),
  ),
  /** The latest of it one by one, newest first; not all where it is much. */
  latest: z.array(
    z.strictObject({
      seq: z.number().int(),
      at: z.string(),
      kind: newsKindSchema,
      keyName: z.string(),
      workspaceName: z.string(),
      detail: z.string(),
    }),
  ),
});
export type QuarantineNews = z.infer<typeof newsSchema>;

export const quarantineCalls = {
  'quarantine.rows': call(
    z.strictObject({
      workspaceId: z.string().nullable(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(quarantineRowSchema) }),
  ),
  'quarantine.news': call(z.strictObject({}), newsSchema),
  /** What was shown up to this one was read. */
  'quarantine.newsSeen': call(z.strictObject({ upTo: z.number().int() }), z.strictObject({})),
  /** Disables the key now and plans its deletion; where it is in quarantine already, plans it anew. */
  'quarantine.put': call(z.strictObject({ keyId, plan: quarantinePlanSchema }), keyDetailSchema),
  /** Out of quarantine, and enabled again; or left disabled, for one that was so before. */
  'quarantine.restore': call(
    z.strictObject({ keyId, stayDisabled: z.boolean().exactOptional() }),
    keyDetailSchema,
  ),
};

export const quarantineEvents = {
  'quarantine.changed': event(z.strictObject({})),
};
