import type { ExploreService } from '../explore/service.ts';
import type { SecretStore } from '../secrets/secret-store.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

type Needs = {
  version: string;
  secrets: SecretStore;
  openLink: (address: string) => Promise<void>;
  explore: ExploreService;
  afterSignIn: (workspaceIds: string[]) => void;
};

const systems: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };

export function appHandlers({
  version,
  secrets,
  openLink,
  explore,
  afterSignIn,
}: Needs): Handlers<CallsOf<'app'>> {
  const os = systems[process.platform] ?? 'linux';
  return {
    'app.info': async () => ({
      version,
      os,
      secretStore: secrets.state(),
      contentProtection: os !== 'linux',
    }),
    'app.openLink': async ({ url }) => {
      await openLink(url);
      return {};
    },
    'app.exploreSandbox': async () => {
      const workspaceIds = await explore.explore();
      afterSignIn(workspaceIds);
      return { workspaces: workspaceIds.length };
    },
  };
}
