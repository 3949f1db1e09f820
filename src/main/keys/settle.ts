/** Open intents meet the platform's list: what the missing answer would have said. Pure; the caller stores the verdicts. */
import {
  type AnnotationField,
  type AnnotationPatch,
  annotationFields,
  sameAnnotation,
} from '#shared/domain/annotations.ts';
import { type Grant, grantSchema, sameGrant } from '#shared/domain/grant.ts';
import { readLatchkeyField } from '#shared/domain/latchkey-field.ts';
import type { FirstPolicy } from '#shared/domain/policies.ts';
import type { Quarantine } from '#shared/domain/quarantine.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { KeyOrigin } from '../store/api/ghost-keys.ts';
import type { OpenIntent } from '../store/api/intents.ts';

export type Verdict = {
  intentId: string;
  outcome: 'done' | 'failed';
  detail: string;
  /** For a `create` or `roll` whose answer was lost: its key, or several of which one at most is its key. */
  ghosts?: { keys: RemoteKey[]; annotations: AnnotationPatch };
};

/** What an intent's `expected` holds; written by the service, read here. */
export type Expected = {
  remoteId?: string;
  name?: string;
  grant?: Grant;
  disabled?: boolean;
  protected?: boolean;
  /** For `create`: what to note about the key. For `share`: what its metadata should say. */
  annotations?: AnnotationPatch;
  /** For `create`: the policy of its own that it was to have. */
  policy?: FirstPolicy;
  /** For `disable` on the way into quarantine. */
  quarantine?: QuarantineTerm;
  /** For `roll`: the old key's own, by which its replacement is known and completed. */
  createdAt?: string | null;
  /** For `roll`: what the new key should carry. For `restore`: what the key's metadata should hold. */
  metadata?: Record<string, unknown>;
  /** For `delete`: quarantine was over. */
  planned?: boolean;
};

/** Since when, until when and by whom a key is in quarantine. */
export type QuarantineTerm = Omit<Quarantine, 'hold'>;

/**
 * One verdict for each intent. `keys` must come from a list that was asked for after the intents were written; `origins`
 * is what the inventory knew of them before, and `ahead` by how many milliseconds the platform's clock is ahead of ours. A key that is gone fails every intent on it but its deletion.
 */
export function settleIntents(
  intents: readonly OpenIntent[],
  keys: readonly RemoteKey[],
  origins: readonly KeyOrigin[],
  ahead = 0,
): Verdict[] {
  return intents.map((intent) => settleOne(intent, keys, origins, ahead));
}

function settleOne(
  intent: OpenIntent,
  keys: readonly RemoteKey[],
  origins: readonly KeyOrigin[],
  ahead: number,
): Verdict {
  const expected = intent.expected as Expected;
  if (intent.action === 'create')
    return settleCreate(intent, expected, candidates(intent, keys, origins, ahead));
  const key = keys.find((each) => each.remoteId === expected.remoteId);
  if (intent.action === 'roll')
    return key ? verdict(intent, false) : settleRoll(intent, candidates(intent, keys, origins, ahead));
  if (intent.action === 'delete') return verdict(intent, !key);
  return verdict(intent, key !== undefined && holds(expected, key));
}

/** Keys that may be the one a lost creation made. Where name and time fit more than one, a person has to tell. */
function candidates(
  intent: OpenIntent,
  keys: readonly RemoteKey[],
  origins: readonly KeyOrigin[],
  ahead: number,
): RemoteKey[] {
  const { name, createdAt } = intent.expected as Expected;
  return keys.filter((key) => {
    // A replacement may have been given the creation time of the key it replaced.
    const inherited = createdAt !== undefined && key.createdAt === createdAt;
    if (key.name !== name || (!inherited && madeBefore(key, intent, ahead))) return false;
    const origin = origins.find(({ remoteId }) => remoteId === key.remoteId);
    if (!origin) return true;
    // Seen before the request was sent, or known to be another creation's: it only has the name by now.
    return origin.firstSeenAt >= intent.at && (origin.madeBy === null || origin.madeBy === intent.id);
  });
}

function settleCreate(intent: OpenIntent, expected: Expected, keys: RemoteKey[]): Verdict {
  if (keys.length === 0) return verdict(intent, false);
  const lost = 'The key was made, but its answer was lost and its secret with it.';
  return {
    intentId: intent.id,
    outcome: 'done',
    detail: keys.length === 1 ? lost : `${lost} ${keys.length} keys of this name may be the one.`,
    ghosts: { keys, annotations: expected.annotations ?? {} },
  };
}

/** The old key is gone from the list. */
function settleRoll(intent: OpenIntent, keys: RemoteKey[]): Verdict {
  if (keys.length === 0) {
    return {
      intentId: intent.id,
      outcome: 'failed',
      detail: 'The key is gone from the platform, and no key took its place.',
    };
  }
  const lost = 'The key was rolled, but the answer was lost and the new secret with it.';
  return {
    intentId: intent.id,
    outcome: 'done',
    detail: keys.length === 1 ? lost : `${lost} ${keys.length} keys of this name may have taken its place.`,
    ghosts: { keys, annotations: {} },
  };
}

/** Beyond what was measured of the platform's clock. An older namesake must still not be taken for the new key. */
const clockTolerance = 5 * 60_000;

function madeBefore(key: RemoteKey, intent: OpenIntent, ahead: number): boolean {
  if (key.createdAt === null) return false;
  return Date.parse(key.createdAt) - ahead < Date.parse(intent.at) - clockTolerance;
}

/** Every field the intent names must have arrived. */
function holds(expected: Expected, key: RemoteKey): boolean {
  const grant = expected.grant === undefined ? undefined : grantSchema.parse(expected.grant);
  return (
    (expected.name === undefined || expected.name === key.name) &&
    (expected.disabled === undefined || expected.disabled === key.disabled) &&
    (expected.protected === undefined || expected.protected === key.protected) &&
    (grant === undefined || sameGrant(grant, key.grant)) &&
    (expected.metadata === undefined || carries(key.metadata, expected.metadata)) &&
    (expected.annotations === undefined || says(expected.annotations, key))
  );
}

function carries(metadata: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return Object.keys(wanted).every((field) => field in metadata);
}

function says(annotations: AnnotationPatch, key: RemoteKey): boolean {
  const shared = readLatchkeyField(key.metadata);
  const arrived = (field: AnnotationField) =>
    shared.kind === 'read' && sameAnnotation(annotations[field], shared.values[field]);
  return annotationFields.every((field) => annotations[field] === undefined || arrived(field));
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
