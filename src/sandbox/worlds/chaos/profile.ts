// Chaos: a small world on a bad day, to see what a client makes of late, broken and missing answers.
import type { Profile } from '../profile.ts';
import { chaosWorld } from './world.ts';

export const chaos: Profile = {
  name: 'chaos',
  behaviour: {
    rollKeepsMetadata: 'sometimes',
    // One request in five goes wrong: four tries of a read then fail all once in some hundred.
    trouble: {
      throttled: 0.04,
      serverError: 0.05,
      webPage: 0.02,
      dropped: 0.04,
      cutBody: 0.02,
      cutJson: 0.015,
      garbled: 0.015,
      slow: 0.3,
      longestDelay: 900,
      dialect: 0.7,
    },
  },
  world: chaosWorld,
};
