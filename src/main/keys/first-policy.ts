/** The policy of its own that a key is made with. */
import type { Environment } from '#shared/domain/environment.ts';
import { environmentPolicy, type FirstPolicy, isLonger, ownPolicyText } from '#shared/domain/policies.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';

type Wanted = { workspaceId: string; environment: Environment; policy?: FirstPolicy };

/** Throws `bad-input` beside the reason where the key would live longer than others and nothing says why. */
export async function refuseUnexplained(
  store: Store,
  { workspaceId, environment, policy }: Wanted,
): Promise<void> {
  if (policy?.reason !== '') return;
  const { days } = environmentPolicy(await store.read.policies(), workspaceId, environment);
  if (!isLonger(policy.days, days)) return;
  throw new AppError({
    code: 'bad-input',
    field: 'reason',
    message: 'Say why this key may live longer than others.',
  });
}

/** Once: what was said about its policy since counts, and so does the first of two tries after an end in between. */
export async function giveFirstPolicy(
  { read, write }: Store,
  keyId: string,
  { days, reason }: FirstPolicy,
  at: string,
): Promise<void> {
  if ((await read.keyPolicy(keyId))?.own) return;
  const note = { at, reason: reason || null, detail: ownPolicyText(days, reason) };
  await write.setKeyPolicy(keyId, days, note);
}
