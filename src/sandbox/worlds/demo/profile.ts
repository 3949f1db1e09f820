// The demo: five organizations on three platforms, 687 keys, three years of history.
import type { Profile } from '../profile.ts';
import { datatureViWorld } from './datature-vi-world.ts';
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
    datatureVi: datatureViWorld(SEED, now),
  }),
};
