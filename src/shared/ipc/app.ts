/** The application itself: what it runs on, the keychain's state, links out, the embedded sandbox. */
import { z } from '../zod.ts';
import { call, event } from './define.ts';

/**
 * Where credentials go. `memory` means this session only, and `reason` says why in one sentence.
 * The states of a keychain are told apart since each has its own way out.
 */
export const secretStoreStateSchema = z.strictObject({
  driver: z.enum(['keytar', 'keyring', 'memory']),
  state: z.enum(['available', 'locked', 'absent', 'refused']),
  reason: z.string(),
});
export type SecretStoreState = z.infer<typeof secretStoreStateSchema>;

export const appCalls = {
  'app.info': call(
    z.strictObject({}),
    z.strictObject({
      version: z.string(),
      os: z.enum(['mac', 'windows', 'linux']),
      secretStore: secretStoreStateSchema,
      /** False where the system cannot keep a window out of screenshots (Linux). */
      contentProtection: z.boolean(),
    }),
  ),
  /** Opens a page of the allow-list in the system browser; anything else is refused. */
  'app.openLink': call(z.strictObject({ url: z.string().max(2000) }), z.strictObject({})),
  /** Starts the sandbox that ships with Latchkey and signs in to its workspaces. Repeating it changes nothing. */
  'app.exploreSandbox': call(z.strictObject({}), z.strictObject({ workspaces: z.number().int() })),
};

/** What a menu item or its shortcut asks the window to do. */
export const appEvents = {
  'app.command': event(
    z.discriminatedUnion('command', [
      z.strictObject({ command: z.literal('new-key') }),
      z.strictObject({ command: z.literal('connect') }),
      /** The selected keys, or the one that is looked at. */
      z.strictObject({ command: z.literal('rotate') }),
      z.strictObject({ command: z.literal('snooze') }),
      /** The key that is looked at. */
      z.strictObject({ command: z.literal('compromised') }),
      z.strictObject({ command: z.literal('search') }),
      z.strictObject({ command: z.literal('save-search') }),
      z.strictObject({ command: z.literal('level-load') }),
      z.strictObject({ command: z.literal('export-calendar') }),
      z.strictObject({ command: z.literal('palette') }),
      /** The sheet with every shortcut. */
      z.strictObject({ command: z.literal('shortcuts') }),
      /** 0 is *All workspaces*, 1 to 9 the workspaces in the order of the sidebar. */
      z.strictObject({ command: z.literal('go-to-workspace'), position: z.number().int().min(0).max(9) }),
    ]),
  ),
  'app.secretStoreChanged': event(secretStoreStateSchema),
};
