/** The sandbox as the application knows it: a process that, once up, says where it is and how to sign in. */

import { platformIdSchema } from '#shared/domain/platform.ts';
import { z } from '#shared/zod.ts';

/** The line the sandbox prints when it is ready; other platforms than ours are passed over. */
export const sandboxReadySchema = z.object({
  url: z.string(),
  connections: z.array(
    z.object({
      platform: z.string(),
      baseUrl: z.string(),
      credential: z.string(),
      workspaces: z.array(z.object({ slug: z.string(), name: z.string() })),
    }),
  ),
});
export type SandboxReady = z.infer<typeof sandboxReadySchema>;

/** Starts the process, or answers the running one's line. Throws `sandbox` when it does not come up. */
export type SandboxLauncher = { launch(): Promise<SandboxReady>; stop(): void };

/** The sign-ins Latchkey has an adapter for. */
export function usableConnections(ready: SandboxReady) {
  return ready.connections.flatMap((each) => {
    const platform = platformIdSchema.safeParse(each.platform);
    return platform.success ? [{ ...each, platform: platform.data }] : [];
  });
}
