/** The dry run of one key: what would change, what is so already, or why it will not be touched. Pure. */
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { type Capability, platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import { type Caller, whyNotGrant, whyNotSwitchByPlan } from '#shared/domain/preflight.ts';
import { whyNotRole } from '#shared/domain/role.ts';
import { whyNotThisLogin } from '#shared/domain/this-login.ts';
import type { BulkAction, BulkActionKind, BulkValue } from '#shared/ipc/bulk.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { BulkSubject, BulkVerdict } from '../store/api/bulk.ts';
import { dayFormat, lastWords } from './last-words.ts';
import { applyScopeChange } from './scope-change.ts';
import { isAlready, isLocal, operationFor, sameValue } from './values.ts';

/** `workspace`: where the key lives, as it is known right now; `caller`: who acts there, as far as that is known. */
export function judge(
  subject: BulkSubject,
  action: BulkAction,
  workspace: Workspace | undefined,
  caller?: Caller,
): BulkVerdict {
  const { item } = subject;
  const refused = (detail: string): BulkVerdict => ({
    item,
    state: 'refused',
    detail,
    expected: null,
    before: null,
    after: null,
  });
  if (!workspace) return refused('Its workspace is not connected any more.');
  if (subject.vanished) return refused(`It is not in ${workspace.name}’s list any more.`);

  const wanted = subject.after ?? wantedBy(action, subject);
  if ('refused' in wanted) return refused(wanted.refused);
  const kind = operationFor(wanted);
  const missing = kind === 'scope' ? whyNotEditGrant(workspace) : missingCapability(kind, workspace);
  if (missing) return refused(missing);
  const before = valueNow(subject, wanted);
  const quarantined = subject.before?.kind === 'status' && subject.before.status === 'quarantined';
  if (quarantined && subject.disabled && kind === 'disable') {
    return refused(
      'It was disabled before as well, and stays in quarantine. The Quarantine screen takes it out.',
    );
  }
  // Whether a key is in quarantine is seen here by its being disabled alone.
  const isAsLeft = !subject.before || sameValue(subject.before, before) || (quarantined && subject.disabled);
  if (!isAsLeft) {
    return refused('It was changed since, and is left as it is now.');
  }
  if (sameValue(before, wanted) || isAlready(subject, wanted)) {
    return { ...refused(alreadyWords[kind]), state: 'nothing' };
  }
  // A date somebody chose is not moved in passing. One that was held back waits for just such a decision.
  if (kind === 'quarantine' && subject.disabled && subject.quarantine?.asks === false) {
    const until = dayFormat.format(new Date(subject.quarantine.due));
    return { ...refused(`Already in quarantine until ${until}. Its date stays.`), state: 'nothing' };
  }
  const reason = isLocal(kind) ? null : whyNot(kind, subject, wanted, workspace, caller);
  if (reason) return refused(reason);
  const { grant, disabled, protected: isProtected } = subject;
  const expected = isLocal(kind) ? null : { grant, disabled, protected: isProtected };
  const isEnd = kind === 'delete' || kind === 'quarantine';
  return { item, state: 'change', detail: isEnd ? lastWords(subject) : '', expected, before, after: wanted };
}

const alreadyWords: Readonly<Record<BulkActionKind, string>> = {
  disable: 'Disabled already.',
  enable: 'Enabled already.',
  delete: 'Deleted already.',
  quarantine: 'In quarantine already.',
  environment: 'It has this environment already.',
  owner: 'It has this owner already.',
  scope: 'Its scope is so already.',
};

function wantedBy(action: BulkAction, { grant }: BulkSubject): BulkValue | { refused: string } {
  switch (action.kind) {
    case 'disable':
      return { kind: 'status', status: 'disabled' };
    case 'enable':
      return { kind: 'status', status: 'active' };
    case 'delete':
      return { kind: 'status', status: 'deleted' };
    case 'quarantine':
      return { kind: 'status', status: 'quarantined' };
    case 'environment':
      return { kind: 'environment', environment: action.environment };
    case 'owner':
      return { kind: 'owner', owner: action.owner?.trim() || null };
    case 'scope': {
      const outcome = applyScopeChange(grant, action.change);
      return 'refused' in outcome ? outcome : { kind: 'grant', grant: outcome.grant };
    }
  }
}

function valueNow(subject: BulkSubject, wanted: BulkValue): BulkValue {
  switch (wanted.kind) {
    case 'status':
      return statusNow(subject);
    case 'grant':
      return { kind: 'grant', grant: subject.grant };
    case 'environment':
      return { kind: 'environment', environment: subject.environment };
    case 'owner':
      return { kind: 'owner', owner: subject.owner };
  }
}

/** A key that somebody enabled elsewhere is active, whatever was planned for it. */
function statusNow({ disabled, quarantine }: BulkSubject): BulkValue {
  if (!disabled) return { kind: 'status', status: 'active' };
  if (!quarantine) return { kind: 'status', status: 'disabled' };
  return { kind: 'status', status: 'quarantined', until: quarantine.due };
}

function missingCapability(kind: BulkActionKind, { platform }: Workspace): string | null {
  const { capabilities } = platforms[platform];
  const needed: Partial<Record<BulkActionKind, Capability>> = {
    disable: capabilities.disable,
    enable: capabilities.disable,
    quarantine: capabilities.disable,
  };
  const state = needed[kind] ?? true;
  return state === true ? null : state.missing;
}

/** What holds for every change at the platform comes first, then what is special about this key. */
function whyNot(
  kind: BulkActionKind,
  subject: BulkSubject,
  wanted: BulkValue,
  { name, state, role, platform }: Workspace,
  caller: Caller | undefined,
): string | null {
  const { label } = platforms[platform];
  if (state === 'offline') return `Offline: ${label} could not be reached, and this change needs it.`;
  if (state === 'sign-in') return `${name} needs a new sign-in before anything can be changed there.`;
  const notByRole = whyNotRole({ name, role });
  if (notByRole) return notByRole;
  const ends = kind === 'disable' || kind === 'delete' || kind === 'quarantine';
  if (subject.thisLogin && ends) return whyNotThisLogin(kind, name);
  if (subject.thisLogin && narrows(subject, wanted)) return whyNotThisLogin('narrow', name);
  if (subject.protected && ends)
    return `Protected: only ${label}’s dashboard can lift that, and then it can be disabled or deleted.`;
  const isSwitch = kind === 'disable' || kind === 'enable' || kind === 'quarantine';
  if (isSwitch && caller?.planRefusedAt != null) return whyNotSwitchByPlan;
  if (wanted.kind !== 'grant' || !caller) return null;
  return whyNotGrant(caller, { doing: 'update', grant: wanted.grant })?.reason ?? null;
}

function narrows({ grant }: BulkSubject, wanted: BulkValue): boolean {
  if (wanted.kind !== 'grant') return false;
  const { lost, fullAccess } = diffGrants(grant, wanted.grant);
  return fullAccess === 'lost' || lost.length > 0;
}
