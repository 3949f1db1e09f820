/**
 * Plans without what others have: on Roboflow Marsh Imaging, without Advanced API Keys, with nine keys beside the one to
 * sign in with; on Datature Vi Plover Labs, without access and permission for its six keys.
 */
import { startSandbox } from '../../src/sandbox/server.ts';
import { CALM } from '../../src/sandbox/trouble/trouble.ts';

const slug = 'marsh-imaging';
const organization = 'org_5plover2c';

/** In a sandbox of its own, which whoever starts it closes. */
export async function startStarterPlan() {
  const sandbox = await startSandbox({ profile: 'chaos', port: 0, trouble: CALM });
  const signInTo = (wanted: string) => {
    const found = sandbox.connections.find(({ workspaces }) =>
      workspaces.some((each) => each.slug === wanted),
    );
    if (!found) throw new Error(`The sandbox has no workspace ${wanted}.`);
    return found;
  };
  const { platform, baseUrl, credential } = signInTo(slug);
  return {
    slug,
    signIn: { platform, baseUrl, credential },
    withoutPickers: { ...signInTo(organization), workspaces: [{ slug: organization }] },
    close: () => sandbox.close(),
  };
}
