/** *Explore the sandbox*: the platform server that ships with Latchkey, started and signed in to in one step. */
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { Store } from '../store/client.ts';
import { type SandboxLauncher, usableConnections } from './launcher.ts';

/** The part of signing in that is needed here. */
type SignIns = {
  connect(request: {
    platform: PlatformId;
    baseUrl: string;
    credential: string;
    organizationId?: string;
    embedded: true;
  }): Promise<{ workspaceIds: string[] }>;
  signInAgain(
    connectionId: string,
    credential: string,
    options: { baseUrl: string },
  ): Promise<{ workspaceIds: string[] }>;
};

export type ExploreService = {
  /** Starts the sandbox and signs in to all of it; answers its workspaces' ids. Repeating it renews the sign-ins. */
  explore(): Promise<string[]>;
  /** At start: a sandbox that was explored before gets its server back, at its new address. Answers the ids it reached. */
  resume(): Promise<string[]>;
};

export function createExploreService(
  store: Store,
  connections: SignIns,
  launcher: SandboxLauncher,
): ExploreService {
  return {
    explore: () => signIn('all'),
    async resume() {
      const embedded = (await store.read.connections()).some((each) => each.embedded);
      return embedded ? signIn('known') : [];
    },
  };

  /** `known`: what was removed stays removed until somebody explores the sandbox again. */
  async function signIn(which: 'all' | 'known'): Promise<string[]> {
    const ready = await launcher.launch();
    const known = (await store.read.workspaces()).filter((each) => each.embedded);
    const reached: string[] = [];
    for (const { platform, baseUrl, credential, workspaces } of usableConnections(ready)) {
      // The address changes with every start; the organization tells which connection it was.
      const before = known.find(
        (each) => each.platform === platform && workspaces.some(({ slug }) => slug === each.slug),
      );
      if (!before && which === 'known') continue;
      const { workspaceIds } = before
        ? await connections.signInAgain(before.connectionId, credential, { baseUrl })
        : await connections.connect({
            platform,
            baseUrl,
            credential,
            // The sandbox gives such an organization its id as slug.
            ...(platforms[platform].needsOrganizationId &&
              workspaces[0] && { organizationId: workspaces[0].slug }),
            embedded: true,
          });
      reached.push(...workspaceIds);
    }
    return reached;
  }
}
