// The demo: five organizations, 687 keys, three years of history.
import type { Profile } from '../profile.ts';
import { roboflowWorld } from './roboflow-world.ts';
import { workspaceKeysWorld } from './workspace-keys-world.ts';

const SEED = 'latchkey sandbox, profile demo';

export const demo: Profile = {
  name: 'demo',
  // The harder of the two possibilities: a client has to put the metadata back itself.
  behaviour: { rollKeepsMetadata: false },
  world: (now) => ({
    roboflow: roboflowWorld(SEED, now),
    workspaceKeys: workspaceKeysWorld(SEED, now),
    datatureVi: [],
  }),
};
