/**
 * What the acting login may hand out, told from what is known here before anything is sent. Pure.
 *
 * The platform has the last word: whatever is not known (a login whose own key is not in the list, a role that is not
 * told, a plan nobody asked about) refuses nothing. The rules are the roles, Roboflow's privilege subset rules, and what
 * Datature Vi has like them: pickers that an organization has or has not, and the ceiling that a login's own key is.
 */
import { z } from '../zod.ts';
import { whyBeyondCeiling } from './datature-vi-ceiling.ts';
import { type Grant, grantSchema, isFullAccess, listedScopes, type RoboflowGrant } from './grant.ts';
import { platformIdSchema, whyNotEditGrant } from './platform.ts';
import { roboflowLeaf } from './roboflow-scopes.ts';
import { roleSchema } from './workspace.ts';

export const callerSchema = z.strictObject({
  platform: platformIdSchema,
  workspaceId: z.string(),
  role: roleSchema.nullable(),
  /**
   * The key the login may be: known by its visible prefix only, so there can be several, and something is refused only
   * where none of them may do it. Empty where it is not known.
   */
  logins: z.array(z.strictObject({ grant: grantSchema, folderIds: z.array(z.string()) })),
  /** When the platform last said that the plan lacks *Advanced API Keys*, unless something that needs it worked since. */
  planRefusedAt: z.string().nullable(),
  /** Whether the scope of a key can be chosen in this organization at all; null where the platform does not say. */
  keyPermissions: z.boolean().nullable(),
});
export type Caller = z.infer<typeof callerSchema>;
type Login = Caller['logins'][number];

/** `update` is a change of the scope of a key that exists; folders can be chosen for a new one only. */
export type Wanted =
  | { doing: 'create'; grant: Grant; folderIds: readonly string[]; hasMetadata?: boolean }
  | { doing: 'update'; grant: Grant };

/** `missing-scope`: the whole call is closed to the login, which Roboflow answers with 404. */
export type WhyNot = {
  kind: 'role' | 'missing-scope' | 'plan' | 'full-access' | 'scopes' | 'folders' | 'access' | 'level';
  reason: string;
};

/** The sentence that the platform's answer about the plan begins with; by it the refusal is found again. */
export const noAdvancedKeys = 'The plan of this workspace does not include Advanced API Keys';

/** What would be refused, the first of it; null where nothing is known to be. In the order in which a platform looks. */
export function whyNotGrant(caller: Caller, wanted: Wanted): WhyNot | null {
  return (
    whyNotAtAll(caller, wanted.doing) ??
    whyNotPlan(caller, wanted) ??
    whyNotScopes(caller, wanted.grant) ??
    (wanted.doing === 'create' ? whyNotFolders(caller, wanted.folderIds) : null)
  );
}

/** Why nothing can be made, or no scope changed, whatever is chosen. */
export function whyNotAtAll(caller: Caller, doing: Wanted['doing']): WhyNot | null {
  if (caller.role === 'member') {
    return {
      kind: 'role',
      reason:
        'This login is a member here, and only owners and admins make and change keys. Ask one of them.',
    };
  }
  if (caller.platform !== 'roboflow') return null;
  const needed = `api-key:${doing}`;
  return unlessOneMay(caller, (login) =>
    holds(login, needed)
      ? null
      : {
          kind: 'missing-scope',
          reason: `This login’s own key lacks the scope ${needed}, so Roboflow would say that there is no such place.`,
        },
  );
}

/** Why a single scope cannot be given away by this login; null where it can, or where that is not known. */
export function whyNotScope(caller: Caller, scope: string): WhyNot | null {
  if (caller.platform !== 'roboflow') return null;
  return unlessOneMay(caller, (login) => (holds(login, scope) ? null : lacking([scope])));
}

/** Where the plan lacks the feature, a key can be made with full access only, and no scope can be changed. */
export function whyNotPlan(caller: Caller, wanted: Wanted): WhyNot | null {
  const fixed = whyNotEditGrant(caller);
  if (fixed !== null) {
    return wanted.doing === 'create' && isFullAccess(wanted.grant) ? null : { kind: 'plan', reason: fixed };
  }
  if (caller.platform !== 'roboflow' || caller.planRefusedAt === null) return null;
  const isPlain = wanted.doing === 'create' && wanted.folderIds.length === 0 && !wanted.hasMetadata;
  if (isPlain && listsNothing(wanted.grant)) return null;
  const rest =
    wanted.doing === 'create'
      ? 'Only keys with full access can be made.'
      : 'The scope of a key cannot be changed.';
  return { kind: 'plan', reason: `${noAdvancedKeys}, as Roboflow said when it was last tried. ${rest}` };
}

/** The same for disabling and enabling, which the feature allows and nothing else does. */
export const whyNotSwitchByPlan = `${noAdvancedKeys}, as Roboflow said when it was last tried. Keys cannot be disabled or enabled.`;

function whyNotScopes(caller: Caller, grant: Grant): WhyNot | null {
  return unlessOneMay(caller, ({ grant: own }) => {
    if (own.platform === 'roboflow' && grant.platform === 'roboflow') return whyNotLeaves(own, grant);
    if (own.platform === 'datature-vi' && grant.platform === 'datature-vi')
      return whyBeyondCeiling(own, grant);
    return null;
  });
}

function whyNotLeaves(own: RoboflowGrant, wanted: RoboflowGrant): WhyNot | null {
  if (own.scopes === null) return null;
  if (wanted.scopes === null) {
    return {
      kind: 'full-access',
      reason: 'This login’s own key has no full access itself, and only such a key can give it.',
    };
  }
  const missing = [...new Set(wanted.scopes)].filter((scope) => !own.scopes?.includes(scope));
  return missing.length === 0 ? null : lacking(missing);
}

/** Why a new key cannot be for these folders; an empty list is the whole workspace. */
export function whyNotFolders(caller: Caller, folderIds: readonly string[]): WhyNot | null {
  if (caller.platform !== 'roboflow') return null;
  return unlessOneMay(caller, (login) => {
    if (login.folderIds.length === 0) return null;
    if (folderIds.length === 0) {
      return {
        kind: 'folders',
        reason:
          'This login’s own key reaches only some folders, and a key for the whole workspace needs one that reaches all.',
      };
    }
    if (folderIds.every((id) => login.folderIds.includes(id))) return null;
    return { kind: 'folders', reason: 'This login’s own key does not reach all of these folders itself.' };
  });
}

/**
 * Whether the key to be changed is stronger than the login. Roboflow does not say whether it then refuses, so this is a
 * doubt to voice and nothing to refuse for.
 */
export function isStrongerThan(caller: Caller, target: Login): boolean {
  if (target.grant.platform !== 'roboflow') return false;
  return whyNotScopes(caller, target.grant) !== null || whyNotFolders(caller, target.folderIds) !== null;
}

/** The first refusal, where all keys that the login may be are refused. */
function unlessOneMay({ logins }: Caller, judge: (login: Login) => WhyNot | null): WhyNot | null {
  const verdicts = logins.map(judge);
  return verdicts.includes(null) ? null : (verdicts[0] ?? null);
}

function holds({ grant }: Login, scope: string): boolean {
  return listsNothing(grant) || listedScopes(grant).includes(scope);
}

function listsNothing(grant: Grant): boolean {
  return grant.platform === 'roboflow' && grant.scopes === null;
}

const mostNamed = 3;

function lacking(scopes: readonly string[]): WhyNot {
  const named = scopes.slice(0, mostNamed).map(inWords);
  const more = scopes.length - named.length;
  const list = [...named, ...(more > 0 ? [`${more} more`] : [])];
  const words = list.length < 2 ? list.join('') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`;
  return {
    kind: 'scopes',
    reason: `This login’s own key lacks ${words}, and a key hands on only what it has itself.`,
  };
}

function inWords(scope: string): string {
  const leaf = roboflowLeaf(scope);
  return leaf ? `“${leaf.verb} ${leaf.object}”` : scope;
}
