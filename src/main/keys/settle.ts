/** Open intents meet the platform's list: what the missing answer would have said. Pure; the caller stores the verdicts. */
import type { Environment } from '#shared/domain/environment.ts';
import { type Grant, grantSchema, sameGrant } from '#shared/domain/grant.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { OpenIntent } from '../store/api.ts';

export type Verdict = {
  intentId: string;
  outcome: 'done' | 'failed';
  detail: string;
  /** The key that came of a `create` whose answer was lost. */
  made?: { key: RemoteKey; environment: Environment };
};

/** What an intent's `expected` holds; written by the service, read here. */
export type Expected = {
  remoteId?: string;
  name?: string;
  grant?: Grant;
  disabled?: boolean;
  protected?: boolean;
  /** For `create`. */
  environment?: Environment;
};

/**
 * One verdict for each intent. `keys` must come from a list that was asked for after the intents were written.
 * A key that is gone fails every intent on it but its deletion.
 */
export function settleIntents(intents: readonly OpenIntent[], keys: readonly RemoteKey[]): Verdict[] {
  return intents.map((intent) => settleOne(intent, keys));
}

function settleOne(intent: OpenIntent, keys: readonly RemoteKey[]): Verdict {
  const expected = intent.expected as Expected;
  if (intent.action === 'create') return settleCreate(intent, expected, keys);
  const key = keys.find((each) => each.remoteId === expected.remoteId);
  if (intent.action === 'delete') return verdict(intent, !key);
  return verdict(intent, key !== undefined && holds(expected, key));
}

function settleCreate(intent: OpenIntent, expected: Expected, keys: readonly RemoteKey[]): Verdict {
  const made = keys.find((key) => key.name === expected.name && !madeBefore(key, intent));
  if (!made) return verdict(intent, false);
  return {
    intentId: intent.id,
    outcome: 'done',
    detail:
      'The key was made, but its answer was lost and its secret with it. Delete the key and make another.',
    made: { key: made, environment: expected.environment ?? 'unassigned' },
  };
}

/** The platform's clock may differ from ours; an older namesake must still not be taken for the new key. */
const clockTolerance = 5 * 60_000;

function madeBefore(key: RemoteKey, intent: OpenIntent): boolean {
  return key.createdAt !== null && Date.parse(key.createdAt) < Date.parse(intent.at) - clockTolerance;
}

/** Every field the intent names must have arrived. */
function holds(expected: Expected, key: RemoteKey): boolean {
  const grant = expected.grant === undefined ? undefined : grantSchema.parse(expected.grant);
  return (
    (expected.name === undefined || expected.name === key.name) &&
    (expected.disabled === undefined || expected.disabled === key.disabled) &&
    (expected.protected === undefined || expected.protected === key.protected) &&
    (grant === undefined || sameGrant(grant, key.grant))
  );
}

function verdict(intent: OpenIntent, happened: boolean): Verdict {
  return {
    intentId: intent.id,
    outcome: happened ? 'done' : 'failed',
    detail: happened
      ? `${intent.detail} (seen at the platform afterwards)`
      : 'The platform never carried this out.',
  };
}
