/** What must hold before something is switched off or deleted. Each refusal is final: nothing has been sent. */
import type { PlatformAdapter, Session } from '../platforms/platform.ts';
import type { KeyAddress } from '../store/api.ts';
import { AppError } from '../system/app-error.ts';

/** The key a connection signs in with would take its own login away, or a part of what the login can do. */
export function refuseThisLogin(address: KeyAddress, what: 'disable' | 'delete' | 'narrow'): void {
  if (!address.row.thisLogin) return;
  throw new AppError({
    code: 'this-login',
    message: `Latchkey signs in to this workspace with this very key, so it cannot ${what} it.`,
    hint: 'Sign in with another key first.',
  });
}

/**
 * Asks the platform which workspaces the credential answers for, right before a destructive call. A credential that was
 * swapped or redirected must never act in an organization nobody is looking at.
 */
export async function refuseWrongWorkspace(
  adapter: PlatformAdapter,
  session: Session,
  expectedSlug: string,
): Promise<void> {
  const slugs = await adapter.answersFor(session);
  if (slugs.includes(expectedSlug)) return;
  throw new AppError({
    code: 'wrong-workspace',
    message: `The credential of this connection does not answer for ${expectedSlug}${slugs.length > 0 ? ` but for ${slugs.join(', ')}` : ''}. Nothing was sent.`,
    hint: 'Sign in again with a credential of the right workspace.',
  });
}
