// What can be asked for: the leaves that Roboflow publishes, and what concerns the sign-in itself. No `openid`: no ID tokens here.
import { PUBLISHED_LEAVES } from '../catalogue.ts';

export const SCOPES: readonly string[] = [...PUBLISHED_LEAVES, 'profile', 'email', 'offline_access'];

/** Every leaf together is full access; what is not about abilities is left out. */
export function abilitiesOf(scopes: readonly string[]): string[] | null {
  const leaves = scopes.filter((scope) => PUBLISHED_LEAVES.includes(scope));
  return leaves.length === PUBLISHED_LEAVES.length ? null : leaves;
}
