/** The one key of a workspace that is public by design (Roboflow). It is no secret, and is treated as none. */
import { z } from '../zod.ts';
import { call } from './define.ts';

export const publishableKeyCalls = {
  /** Asks the platform. Refused with the reason where the login may not read the workspace. */
  'publishableKey.read': call(
    z.strictObject({ workspaceId: z.string() }),
    z.strictObject({ publishableKey: z.string() }),
  ),
};
