/**
 * The demo world with two sign-ins of people who may only look: Pavel, a member of Orchard Labs and an admin of Pixel Foundry
 * behind one token, and a secret key of Joost, a member of Harbour CV. The demo's own sign-ins come first, as ever.
 */
import { profileNamed } from '../../src/sandbox/worlds/profiles.ts';

const pavel = { email: 'pavel@orchard.example', token: 'wkt_pavel000000000000000000000000000000001' };
const joost = { email: 'joost@harbour.example', secret: 'dtvi_joost0000000000000000000000000000000000001' };

export function demoWithMembers() {
  const demo = profileNamed('demo');
  if (!demo) throw new Error('There is no profile demo.');
  return {
    ...demo,
    world(now: Date) {
      const { workspaceKeys, datatureVi, ...world } = demo.world(now);
      return {
        ...world,
        workspaceKeys: {
          tokens: [...workspaceKeys.tokens, pavel],
          workspaces: workspaceKeys.workspaces.map((each) =>
            each.slug === 'pixel-foundry'
              ? { ...each, members: [...each.members, { email: pavel.email, role: 'admin' as const }] }
              : each,
          ),
        },
        datatureVi: datatureVi.map((organization) => {
          const [first] = organization.keys;
          if (!first) throw new Error(`${organization.id} has no key.`);
          const own = {
            ...first,
            id: 'sk_joost',
            name: 'joost-desk',
            secret: joost.secret,
            createdBy: joost.email,
          };
          return { ...organization, keys: [...organization.keys, own] };
        }),
      };
    },
  };
}

/** What each of them pastes. */
export const memberCredentials = { 'workspace-keys': pavel.token, 'datature-vi': joost.secret } as const;
