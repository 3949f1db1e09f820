/** A Roboflow workspace on a plan without Advanced API Keys: Marsh Imaging, with nine keys beside the one to sign in with. */
import { startSandbox } from '../../src/sandbox/server.ts';
import { CALM } from '../../src/sandbox/trouble/trouble.ts';

const slug = 'marsh-imaging';

/** In a sandbox of its own, which whoever starts it closes. */
export async function startStarterPlan() {
  const sandbox = await startSandbox({ profile: 'chaos', port: 0, trouble: CALM });
  const signIn = sandbox.connections.find(({ workspaces }) => workspaces.some((each) => each.slug === slug));
  if (!signIn) throw new Error(`The sandbox has no workspace ${slug}.`);
  const { platform, baseUrl, credential } = signIn;
  return { slug, signIn: { platform, baseUrl, credential }, close: () => sandbox.close() };
}
