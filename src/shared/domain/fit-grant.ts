/** Grants that a platform takes at all, whoever asks. */
import type { Grant } from './grant.ts';

/** Why a platform would refuse to keep such a grant, in a sentence; null where it takes it. Roboflow takes every list. */
export function whyUnfit(grant: Grant): string | null {
  switch (grant.platform) {
    case 'roboflow':
      return null;
    case 'datature-vi':
      return grant.access.length === 0
        ? 'Choose an access scope: a key of this platform needs at least one.'
        : null;
    case 'workspace-keys': {
      if (grant.scopes.length === 0) return 'Choose a scope: a key of this platform needs one.';
      const others = grant.scopes.some((scope) => scope !== 'inference');
      return grant.public && others ? 'Only a key whose one scope is Inference can be public.' : null;
    }
  }
}
