/** Sign-ins and the workspaces they reach. No call returns a credential. */

import { errorInfoSchema } from '../domain/errors.ts';
import { platformIdSchema } from '../domain/platform.ts';
import { roleSchema, workspaceColourSchema } from '../domain/workspace.ts';
import { z } from '../zod.ts';
import { secretStoreStateSchema } from './app.ts';
import { call, event } from './define.ts';

/**
 * `sign-in`: the platform refused the credential, or the keychain has none. `offline`: not reachable at the last try.
 * Neither hides or deletes what is cached.
 */
const connectionStateSchema = z.enum(['ready', 'sign-in', 'offline', 'error']);
export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** `browser`: a person signed in as themselves, and what counts is their role. `credential`: one was pasted. */
const signInWaySchema = z.enum(['credential', 'browser']);
export type SignInWay = z.infer<typeof signInWaySchema>;

export const workspaceSchema = z.strictObject({
  id: z.string(),
  connectionId: z.string(),
  platform: platformIdSchema,
  baseUrl: z.string(),
  slug: z.string(),
  /** What it is called here: the name it was given, else the platform's. */
  name: z.string(),
  /** What the platform calls it. */
  platformName: z.string(),
  colour: workspaceColourSchema,
  /** 1, 2, 3 ... in the order of the sidebar; the first nine have a shortcut. */
  position: z.number().int().positive(),
  /** Who the connection is signed in as; null where the platform does not say. */
  account: z.string().nullable(),
  /** What the person calls the connection; null where they gave it no name. */
  label: z.string().nullable(),
  role: roleSchema.nullable(),
  /**
   * Whether scopes can be chosen for its keys, where that is a feature of the organization: `whyNotEditGrant` says it in
   * words. Null where the platform does not tell.
   */
  keyPermissions: z.boolean().nullable(),
  keyCount: z.number().int().nonnegative(),
  /** When the workspace was last read whole; null before the first time. */
  syncedAt: z.string().nullable(),
  state: connectionStateSchema,
  /** Why the state is not `ready`. */
  problem: errorInfoSchema.nullable(),
  /** Of the sandbox that ships with Latchkey. */
  embedded: z.boolean(),
  /** How the connection is signed in. */
  signInWay: signInWaySchema,
});
export type Workspace = z.infer<typeof workspaceSchema>;

/**
 * Where a credential is. `nowhere`: its item is missing from the keychain, or it was kept for one session that is over.
 */
const keptInSchema = z.enum(['keychain', 'session', 'sandbox', 'nowhere']);
export type KeptIn = z.infer<typeof keptInSchema>;

/** `status` is null where no answer came. `milliseconds`: until the answer began. */
const lastAnswerSchema = z.strictObject({
  at: z.string(),
  status: z.number().int().nullable(),
  milliseconds: z.number().int().nonnegative(),
});
export type LastAnswer = z.infer<typeof lastAnswerSchema>;

const connectionSchema = z.strictObject({
  id: z.string(),
  platform: platformIdSchema,
  baseUrl: z.string(),
  account: z.string().nullable(),
  /** What the platform needs beside the credential; null where it needs nothing. */
  organizationId: z.string().nullable(),
  label: z.string().nullable(),
  state: connectionStateSchema,
  problem: errorInfoSchema.nullable(),
  embedded: z.boolean(),
  signInWay: signInWaySchema,
  keptIn: keptInSchema,
  /** To its last request; null before the first. */
  lastAnswer: lastAnswerSchema.nullable(),
  /** The median of its last answers, in milliseconds. */
  latency: z.number().int().nonnegative().nullable(),
  /** Workspaces it reaches too, but which another connection brought first: each is listed once. */
  alsoReaches: z.array(z.string()),
  /** Changes sent through it whose outcome is not known yet. */
  openIntents: z.number().int().nonnegative(),
  /** Keys in quarantine, whose planned deletion goes through it. */
  quarantined: z.number().int().nonnegative(),
});
export type Connection = z.infer<typeof connectionSchema>;

const credentialSchema = z.string().max(4096);
const connectionId = z.string().max(100);
const requestId = z.string().max(100);
const workspaceId = z.string().max(100);
/** As typed: longer than the limit, so that a sentence says what is wrong. */
const nameSchema = z.string().max(1000);
/** Longest name of a connection or workspace, in characters. */
export const longestOwnName = 60;

export const connectionCalls = {
  'workspaces.list': call(z.strictObject({}), z.array(workspaceSchema)),
  /** Checks the credential with the platform; stores nothing unless it is accepted. */
  'connections.connect': call(
    z.strictObject({
      platform: platformIdSchema,
      baseUrl: z.string().max(2000),
      credential: credentialSchema,
      /** As typed; only where the platform needs it. */
      organizationId: z.string().max(1000).exactOptional(),
      /** Any text of the caller's, to cancel it by. */
      requestId: requestId.exactOptional(),
    }),
    z.strictObject({ connectionId: z.string(), workspaceIds: z.array(z.string()) }),
  ),
  /** A new credential for a connection that lost its own; it must reach the same workspaces. */
  'connections.signInAgain': call(
    z.strictObject({
      connectionId: z.string(),
      credential: credentialSchema,
      requestId: requestId.exactOptional(),
    }),
    z.strictObject({ workspaceIds: z.array(z.string()) }),
  ),
  /**
   * The same two with the browser, where the platform has it: they answer when the person has, or after five minutes.
   * `connections.browserReady` says in between that the browser was sent out. No address, code or token crosses.
   */
  'connections.connectInBrowser': call(
    z.strictObject({ platform: platformIdSchema, baseUrl: z.string().max(2000), requestId }),
    z.strictObject({ connectionId: z.string(), workspaceIds: z.array(z.string()) }),
  ),
  'connections.signInAgainInBrowser': call(
    z.strictObject({ connectionId, requestId }),
    z.strictObject({ workspaceIds: z.array(z.string()) }),
  ),
  /** `opened` is false where the system has no browser to open. */
  'connections.openBrowserAgain': call(
    z.strictObject({ requestId }),
    z.strictObject({ opened: z.boolean() }),
  ),
  /** Puts the address of the sign-in page on the clipboard, for a browser that could not be opened from here. */
  'connections.copySignInAddress': call(z.strictObject({ requestId }), z.strictObject({})),
  /** Breaks a sign-in off. `stopped` is false where it had ended before. */
  'connections.cancel': call(z.strictObject({ requestId }), z.strictObject({ stopped: z.boolean() })),
  'connections.list': call(z.strictObject({}), z.array(connectionSchema)),
  /** Reads the connection's workspaces anew. Answers when that is over; how it went stands in the connection. */
  'connections.check': call(z.strictObject({ connectionId }), z.strictObject({})),
  /** An empty label takes the connection's own name away. */
  'connections.rename': call(z.strictObject({ connectionId, label: nameSchema }), z.strictObject({})),
  /**
   * Takes the credential, the workspaces and their cached keys from this computer. At the platform nothing happens but that a
   * sign-in with the browser is ended there. `credentialLeft`: the keychain did not answer; it is deleted there as soon as it
   * does. `stillSignedIn`: the platform could not be told that the sign-in is over.
   */
  'connections.remove': call(
    z.strictObject({ connectionId }),
    z.strictObject({ credentialLeft: z.boolean(), stillSignedIn: z.boolean() }),
  ),
  /** Asks the keychain again, which may prompt the person to unlock it. */
  'connections.tryKeychain': call(z.strictObject({}), secretStoreStateSchema),
  /** An empty name goes back to the platform's. */
  'workspaces.change': call(
    z.strictObject({
      workspaceId,
      displayName: nameSchema.exactOptional(),
      colour: workspaceColourSchema.exactOptional(),
    }),
    z.strictObject({}),
  ),
  /** To a place of the sidebar, counted from 1; past the end is the end. */
  'workspaces.move': call(
    z.strictObject({ workspaceId, position: z.number().int().positive() }),
    z.strictObject({}),
  ),
};

export const connectionEvents = {
  /** Names, counts, ages or states of workspaces changed: read the list again. */
  'workspaces.changed': event(z.strictObject({})),
  /** A connection answered, or something else about one changed: read the list again. */
  'connections.changed': event(z.strictObject({})),
  /** The address is known and waits for its answer until `until`; `opened` is false where no browser could be opened. */
  'connections.browserReady': event(
    z.strictObject({ requestId: z.string(), opened: z.boolean(), until: z.string() }),
  ),
};
