/** One change over many keys: what it would do, how far it is, and what became of each key. */
import { environmentSchema } from '../domain/environment.ts';
import { grantSchema } from '../domain/grant.ts';
import { workspaceColourSchema } from '../domain/workspace.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';
import { selectionSchema } from './selection.ts';

/** Leaf by leaf is for Roboflow, access scopes and levels are for Datature Vi; replacing is for every platform. */
const leaves = z.array(z.string().min(1).max(200)).min(1).max(500);
const access = z.array(z.string().min(1).max(200)).max(50);
const scopeChangeSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('add'), scopes: leaves }),
  z.strictObject({ mode: z.literal('remove'), scopes: leaves }),
  /** `permission`: the level the keys get; null: each keeps its own. */
  z.strictObject({
    mode: z.literal('add-access'),
    access,
    permission: z.string().min(1).max(200).nullable(),
  }),
  z.strictObject({ mode: z.literal('remove-access'), access: access.min(1) }),
  z.strictObject({ mode: z.literal('replace'), grant: grantSchema }),
]);
export type ScopeChange = z.infer<typeof scopeChangeSchema>;

const bulkActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disable') }),
  z.strictObject({ kind: z.literal('enable') }),
  z.strictObject({ kind: z.literal('delete') }),
  /** Disabled now, deleted after so many days. */
  z.strictObject({ kind: z.literal('quarantine'), days: z.number().int().min(1).max(365) }),
  z.strictObject({ kind: z.literal('environment'), environment: environmentSchema }),
  /** As typed; the rules for annotations answer with a sentence. */
  z.strictObject({ kind: z.literal('owner'), owner: z.string().max(2000).nullable() }),
  z.strictObject({ kind: z.literal('scope'), change: scopeChangeSchema }),
]);
export type BulkAction = z.infer<typeof bulkActionSchema>;

/** What a person asks for before any value is chosen. */
export type BulkActionKind = BulkAction['kind'];

/** What a key is before or after the change, in the one respect that the change is about. */
const bulkValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('status'),
    status: z.enum(['active', 'disabled', 'quarantined', 'deleted']),
    /** Of a key that is in quarantine already: when it is to be deleted. */
    until: z.string().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('grant'), grant: grantSchema }),
  z.strictObject({ kind: z.literal('environment'), environment: environmentSchema }),
  z.strictObject({ kind: z.literal('owner'), owner: z.string().nullable() }),
]);
export type BulkValue = z.infer<typeof bulkValueSchema>;

/**
 * `change`: would be changed, and has not been sent. `nothing`: is so already. `refused`: will not be touched, with the
 * reason. `unsure`: sent, and no answer came; settled by looking at the platform at the next sync.
 */
export const bulkItemStates = [
  'change',
  'nothing',
  'refused',
  'sending',
  'done',
  'failed',
  'unsure',
] as const;
const bulkItemStateSchema = z.enum(bulkItemStates);
export type BulkItemState = z.infer<typeof bulkItemStateSchema>;

const bulkItemSchema = z.strictObject({
  keyId: z.string(),
  workspaceId: z.string(),
  /** As they were at the dry run: a deleted key is still named here. */
  name: z.string(),
  prefix: z.string(),
  state: bulkItemStateSchema,
  before: bulkValueSchema.nullable(),
  after: bulkValueSchema.nullable(),
  /** Why it is refused or failed, in a sentence or two; empty where there is nothing to say. */
  detail: z.string(),
});
export type BulkItem = z.infer<typeof bulkItemSchema>;

const bulkCountsSchema = z.record(bulkItemStateSchema, z.number().int().nonnegative());
export type BulkCounts = z.infer<typeof bulkCountsSchema>;

/** `interrupted`: Latchkey ended before it did. */
const bulkJobStateSchema = z.enum(['planned', 'running', 'stopped', 'interrupted', 'finished']);
export type BulkJobState = z.infer<typeof bulkJobStateSchema>;

const bulkJobSchema = z.strictObject({
  id: z.string(),
  action: bulkActionSchema,
  /** It takes back what another job did. */
  undo: z.boolean(),
  state: bulkJobStateSchema,
  counts: bulkCountsSchema,
  /** A stop was asked for, and what is under way ends. */
  stopping: z.boolean(),
  /** Until when it waits because a platform asked to slow down; null while it does not. */
  waitingUntil: z.string().nullable(),
  /** What it did can be taken back with `bulk.undo`. */
  undoable: z.boolean(),
});
export type BulkJob = z.infer<typeof bulkJobSchema>;

/** In the order of the sidebar, which is also the order of the items. */
const bulkWorkspaceSchema = z.strictObject({
  workspaceId: z.string(),
  name: z.string(),
  slug: z.string(),
  colour: workspaceColourSchema,
  counts: bulkCountsSchema,
});
export type BulkWorkspace = z.infer<typeof bulkWorkspaceSchema>;

/** Items the window asks for at a time; main refuses more. */
const largestWindow = 200;
/** Deleting asks for the slug of each workspace: past this many nobody reads any more what they type. */
export const mostWorkspacesToDelete = 6;

const jobId = z.string();

export const bulkCalls = {
  /** The dry run: nothing is sent. */
  'bulk.plan': call(z.strictObject({ action: bulkActionSchema, selection: selectionSchema }), bulkJobSchema),
  'bulk.job': call(z.strictObject({ jobId }), bulkJobSchema),
  /** Those that run, and those that ended with keys left undone; newest first. */
  'bulk.jobs': call(z.strictObject({}), z.array(bulkJobSchema)),
  'bulk.workspaces': call(z.strictObject({ jobId }), z.array(bulkWorkspaceSchema)),
  'bulk.items': call(
    z.strictObject({
      jobId,
      states: z.array(bulkItemStateSchema).max(bulkItemStates.length),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(largestWindow),
    }),
    z.array(bulkItemSchema),
  ),
  /** `slugs`: by workspace id, as typed; needed to delete more than one key. Answers once it runs, not when it is over. */
  'bulk.start': call(z.strictObject({ jobId, slugs: z.record(z.string(), z.string()) }), bulkJobSchema),
  /** What is under way ends, nothing more is sent. */
  'bulk.stop': call(z.strictObject({ jobId }), bulkJobSchema),
  /** Runs again over what failed and what was not sent. */
  'bulk.retry': call(z.strictObject({ jobId }), bulkJobSchema),
  /** Starts another job that takes back what this one did; answers that one. */
  'bulk.undo': call(z.strictObject({ jobId }), bulkJobSchema),
  /** Forgets a job that does not run. */
  'bulk.dismiss': call(z.strictObject({ jobId }), z.strictObject({})),
};

export const bulkEvents = {
  /** How far a job is; comes a few times a second at most. */
  'bulk.progress': event(bulkJobSchema),
};
