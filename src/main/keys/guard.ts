/**
 * What must hold before something is taken away. Each refusal is final: nothing has been sent.
 *
 * Guarded is what stops somebody's work or cannot be taken back: disabling (quarantine included), deleting by hand, in
 * bulk and when quarantine ends, narrowing a scope, and protecting, which no platform lets be lifted from here. Renaming,
 * enabling and widening are not: they add or restore, and are undone the same way.
 */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type LossOfLogin, whyNotThisLogin } from '#shared/domain/this-login.ts';
import type { PlatformAdapter, Session } from '../platforms/platform.ts';
import type { KeyAddress } from '../store/api/keys.ts';
import { AppError } from '../system/app-error.ts';
import type { KeyNeeds } from './needs.ts';

/** The key a connection signs in with would take its own login away, or a part of what the login can do. */
export function refuseThisLogin(address: KeyAddress, loss: LossOfLogin): void {
  if (!address.row.thisLogin) return;
  throw new AppError({
    code: 'this-login',
    message: whyNotThisLogin(loss),
    hint: 'Sign in with another key first.',
  });
}

/**
 * Asks the platform which workspaces the credential answers for, and only then lets `act` work, with that very session:
 * a credential that was swapped or redirected must never act in an organization nobody is looking at, not even when it
 * is swapped between the question and the act. Throws `wrong-workspace` and marks the workspace.
 */
export async function inRightWorkspace<Value>(
  needs: Pick<KeyNeeds, 'store' | 'sessions' | 'emit'>,
  address: KeyAddress,
  act: (adapter: PlatformAdapter, session: Session) => Promise<Value>,
): Promise<Value> {
  return needs.sessions.use(address.connectionId, async (adapter, session) => {
    const slugs = await adapter.answersFor(session);
    if (!slugs.includes(address.workspaceSlug)) throw await wrongWorkspace(needs, address, slugs);
    return act(adapter, session);
  });
}

async function wrongWorkspace(
  { store, emit }: Pick<KeyNeeds, 'store' | 'emit'>,
  { workspaceId, workspaceSlug, platform }: KeyAddress,
  slugs: readonly string[],
): Promise<AppError> {
  const all = (await store.read.workspaces()).filter((each) => each.platform === platform);
  const named = (slug: string, name: string | undefined) =>
    name && name !== slug ? `${name} (${slug})` : slug;
  const meant = named(workspaceSlug, all.find(({ id }) => id === workspaceId)?.name);
  const instead = slugs.map((slug) => named(slug, all.find((each) => each.slug === slug)?.name));
  const info: ErrorInfo = {
    code: 'wrong-workspace',
    message: `The credential of this connection does not answer for ${meant}${instead.length > 0 ? ` but for ${instead.join(', ')}` : ''}. Nothing was sent.`,
    hint: 'Sign in again with a credential of the right workspace.',
  };
  await store.write.markWorkspaceProblem(workspaceId, 'sign-in', info);
  emit('workspaces.changed', {});
  return new AppError(info);
}
