/** The demo world with a second Datature Vi organization, whose plan has no pickers: every key has full access. */
import { profileNamed } from '../../src/sandbox/worlds/profiles.ts';

export const withoutPickers = 'org_without_pickers';

export function demoWithoutPickers() {
  const demo = profileNamed('demo');
  if (!demo) throw new Error('There is no profile demo.');
  return {
    ...demo,
    world(now: Date) {
      const world = demo.world(now);
      const [first] = world.datatureVi;
      if (!first) throw new Error('The demo has no Datature Vi organization.');
      const signIn = `${first.signIn}plain`;
      const keys = first.keys
        .filter(({ secret }) => secret === first.signIn)
        .map((key) => ({ ...key, id: 'sk_plain', secret: signIn }));
      const second = { ...first, id: withoutPickers, keyPermissions: false, keys, signIn };
      return { ...world, datatureVi: [...world.datatureVi, second] };
    },
  };
}
