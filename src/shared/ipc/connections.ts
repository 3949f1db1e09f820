/** Sign-ins and the workspaces they reach. No call returns a credential. */

import { errorInfoSchema } from '../domain/errors.ts';
import { platformIdSchema } from '../domain/platform.ts';
import { roleSchema, workspaceColourSchema } from '../domain/workspace.ts';
import { z } from '../zod.ts';
import { call, event } from './define.ts';

/**
 * `sign-in`: the platform refused the credential, or the keychain has none. `offline`: not reachable at the last try.
 * Neither hides or deletes what is cached.
 */
const connectionStateSchema = z.enum(['ready', 'sign-in', 'offline', 'error']);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

export const workspaceSchema = z.strictObject({
  id: z.string(),
  connectionId: z.string(),
  platform: platformIdSchema,
  baseUrl: z.string(),
  slug: z.string(),
  name: z.string(),
  colour: workspaceColourSchema,
  /** 1, 2, 3 ... in the order of the sidebar; the first nine have a shortcut. */
  position: z.number().int().positive(),
  /** Who the connection is signed in as; null where the platform does not say. */
  account: z.string().nullable(),
  role: roleSchema.nullable(),
  keyCount: z.number().int().nonnegative(),
  /** When the workspace was last read whole; null before the first time. */
  syncedAt: z.string().nullable(),
  state: connectionStateSchema,
  /** Why the state is not `ready`. */
  problem: errorInfoSchema.nullable(),
  /** Of the sandbox that ships with Latchkey. */
  embedded: z.boolean(),
});
export type Workspace = z.infer<typeof workspaceSchema>;

const credentialSchema = z.string().max(4096);

export const connectionCalls = {
  'workspaces.list': call(z.strictObject({}), z.array(workspaceSchema)),
  /** Checks the credential with the platform; stores nothing unless it is accepted. */
  'connections.connect': call(
    z.strictObject({
      platform: platformIdSchema,
      baseUrl: z.string().max(2000),
      credential: credentialSchema,
    }),
    z.strictObject({ connectionId: z.string(), workspaceIds: z.array(z.string()) }),
  ),
  /** A new credential for a connection that lost its own; it must reach the same workspaces. */
  'connections.signInAgain': call(
    z.strictObject({ connectionId: z.string(), credential: credentialSchema }),
    z.strictObject({ workspaceIds: z.array(z.string()) }),
  ),
};

export const connectionEvents = {
  /** Names, counts, ages or states of workspaces changed: read the list again. */
  'workspaces.changed': event(z.strictObject({})),
};
