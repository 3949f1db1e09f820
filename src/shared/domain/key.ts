/** A key as the window sees it: metadata only, never its secret. */
import { z } from '../zod.ts';
import { annotationsSchema } from './annotations.ts';
import { keyChangeSchema } from './change.ts';
import { environmentSchema } from './environment.ts';
import { errorInfoSchema } from './errors.ts';
import { grantSchema } from './grant.ts';
import { keyRotationSchema } from './key-rotation.ts';
import { lineageSchema } from './lineage.ts';
import { platformIdSchema } from './platform.ts';
import { keyPolicySchema } from './policies.ts';
import { quarantineSchema } from './quarantine.ts';
import { runStepSchema } from './run-step.ts';
import { roleSchema, workspaceColourSchema } from './workspace.ts';

/** Times are RFC 3339 in UTC, as text, in every interface of Latchkey. */
const timeSchema = z.string();

/**
 * `vanished`: it was in the workspace's list before and is not any more. `protected` and `disabled` are the platform's
 * own flags; a key that is both counts as disabled, since that is what its users notice.
 */
const keyStatusSchema = z.enum(['active', 'disabled', 'protected', 'vanished']);
export type KeyStatus = z.infer<typeof keyStatusSchema>;

/**
 * Three different words that must never be mixed: the platform says never, the platform has no such field, or
 * Latchkey has not looked yet.
 */
export const lastUsedSchema = z.union([
  z.strictObject({ kind: z.literal('at'), at: timeSchema }),
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('not-reported') }),
  z.strictObject({ kind: z.literal('not-seen') }),
]);
export type LastUsed = z.infer<typeof lastUsedSchema>;

/** One row of the inventory. */
export const keyRowSchema = z.strictObject({
  /** Latchkey's own id; stays the same for the life of the key. */
  id: z.string(),
  workspaceId: z.string(),
  name: z.string(),
  /** The visible beginning of the secret as the platform shows it, for instance `Zt4q`; empty where it shows none. */
  prefix: z.string(),
  environment: environmentSchema,
  owner: annotationsSchema.shape.owner,
  grant: grantSchema,
  lastUsed: lastUsedSchema,
  createdAt: timeSchema.nullable(),
  createdBy: z.string().nullable(),
  status: keyStatusSchema,
  /** Made from here, and its platform has not seen it in use yet. Left out for every other key. */
  awaitingUse: z.literal(true).exactOptional(),
  /** Disabled only until it is deleted. Left out for every other key. */
  quarantined: z.literal(true).exactOptional(),
  /** Vanished because it was rolled from here: another key took its place. Left out for every other key. */
  replaced: z.literal(true).exactOptional(),
  /** In a rotation run that is under way. Left out for every other key. */
  rotating: z
    .strictObject({
      runId: z.string(),
      as: z.enum(['old', 'twin']),
      step: runStepSchema,
      /** The place of that step among the run's, from 1. */
      number: z.number().int(),
      of: z.number().int(),
      /** `running`: a person is asked for something. */
      state: z.enum(['running', 'waiting']),
    })
    .exactOptional(),
  /** The key this connection itself signs in with: it cannot be disabled or deleted from here. */
  thisLogin: z.boolean(),
  /** By what it falls due; when that is, `rotationOf` says. */
  rotation: keyRotationSchema,
});
export type KeyRow = z.infer<typeof keyRowSchema>;

/** One thing that was done to a key through Latchkey. */
const keyActivitySchema = z.strictObject({
  at: timeSchema,
  /**
   * `annotate`: noted here; `policy`, `snooze`, `plan`: its own policy, its rest and its day, set here; `quarantine`:
   * planned here for a key that was disabled already, or planned anew; `share`: written into the key's metadata;
   * `restore`: metadata that a roll had dropped.
   */
  action: z.enum([
    'annotate',
    'policy',
    'snooze',
    'plan',
    'quarantine',
    'share',
    'create',
    'rename',
    'edit-scope',
    'disable',
    'enable',
    'protect',
    'roll',
    'restore',
    'delete',
  ]),
  /** `open`: sent, and the answer never arrived; settled by looking at the platform at the next sync. */
  outcome: z.enum(['open', 'done', 'failed']),
  /** What changed, or why it failed, in one sentence. */
  detail: z.string(),
});
export type KeyActivity = z.infer<typeof keyActivitySchema>;

/** Everything the inspector shows. */
export const keyDetailSchema = keyRowSchema.extend({
  platform: platformIdSchema,
  /** The platform's own handle; not a secret. */
  remoteId: z.string(),
  disabled: z.boolean(),
  protected: z.boolean(),
  /** The platform's default key for snippets and the like (Roboflow). */
  isDefault: z.boolean(),
  folderIds: z.array(z.string()),
  /** Names of those that are known, by id. */
  folderNames: z.record(z.string(), z.string()),
  /** Why names are missing, where the platform refused to tell them. */
  foldersProblem: errorInfoSchema.nullable(),
  metadata: z.record(z.string(), z.unknown()),
  workspaceName: z.string(),
  workspaceSlug: z.string(),
  workspaceColour: workspaceColourSchema,
  role: roleSchema.nullable(),
  firstSeenAt: timeSchema,
  /** When the workspace was last read whole: the age of what the inspector says. */
  syncedAt: timeSchema.nullable(),
  ...annotationsSchema.pick({ consumers: true, purpose: true, notes: true }).shape,
  /** Whether what is noted is written into the key; `unsent`: some of it is not there yet; `problem`: why the last try failed. */
  sharing: z.strictObject({ on: z.boolean(), unsent: z.boolean(), problem: errorInfoSchema.nullable() }),
  activity: z.array(keyActivitySchema),
  /** What others did to it, newest first; what was done from here is its activity. */
  changes: z.array(keyChangeSchema),
  /** Disabled, and to be deleted some day soon; null where it is not. */
  quarantine: quarantineSchema.nullable(),
  /** Which key it took the place of, and which took its place. */
  lineage: lineageSchema,
  /** What was said about its rotation, and why. */
  policy: keyPolicySchema,
  /** When the platform last said that its workspace's plan lacks *Advanced API Keys*; left out where it is not known to. */
  planRefusedAt: timeSchema.exactOptional(),
  /** Made from here, and its secret was lost before it was handed over; `kept`: a person knows and wants the key all the same. */
  secretLost: z.enum(['undecided', 'kept']).exactOptional(),
});
export type KeyDetail = z.infer<typeof keyDetailSchema>;
