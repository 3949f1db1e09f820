/** What is typed and chosen about a key that is to be made, and its making. */
import { useRef, useState } from 'react';
import { noAnnotations } from '#shared/domain/annotations.ts';
import type { Grant } from '#shared/domain/grant.ts';
import { metadataProblem, metadataRows } from '#shared/domain/key-metadata.ts';
import { platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import { environmentPolicy } from '#shared/domain/policies.ts';
import { type Caller, whyNotGrant } from '#shared/domain/preflight.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { GhostKey } from '#shared/ipc/ghost-keys.ts';
import { openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { type Draft, draftOf, emptyDraft, patchOf } from '../annotations/draft.ts';
import { selectKey } from '../inventory/selection-store.ts';
import { daysOfDraft, draftOfDays, type PolicyDraft } from '../policies/policy-draft.ts';
import { usePolicies } from '../policies/use-policies.ts';
import { type EditorState, grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { usePreflight } from '../scope-editor/use-preflight.ts';
import type { TypedRow } from './metadata-field.tsx';
import { defaultGrant, fixedGrant, grantLike } from './new-key-defaults.ts';
import { useLastKey } from './use-last-key.ts';

/** `like`: a key that lost its secret, which the new one starts as. */
export function useNewKey(first: Workspace, list: readonly Workspace[], like: GhostKey | null) {
  const [workspace, setWorkspace] = useState(first);
  const [name, setName] = useState(like?.name ?? '');
  const [touched, setTouched] = useState(false);
  const [draft, setDraft] = useState(() =>
    like ? draftOf({ ...noAnnotations, ...like.annotations }) : emptyDraft,
  );
  const [scope, setScope] = useState(() => openEditor(like?.grant ?? defaultGrant(first.platform)));
  const [asLogin, setAsLogin] = useState(false);
  const [folders, setFolders] = useState<readonly string[] | null>(null);
  const [fields, setFields] = useState<readonly TypedRow[]>([]);
  const [protect, setProtect] = useState(false);
  const [policy, setPolicy] = useState(() => draftOfDays(like?.policy ? like.policy.days : 'inherit', null));
  const [reason, setReason] = useState(like?.policy?.reason ?? '');
  const chosen = useRef({ environment: like !== null, owner: like !== null, scope: Boolean(like?.grant) });
  const request = useRequest();
  const policies = usePolicies();

  const fixed = whyNotEditGrant(workspace);
  const listed = fixed === null ? grantOf(scope) : fixedGrant(workspace.platform);
  const metadata = metadataRows(fields);
  const wanted = {
    doing: 'create',
    grant: listed,
    folderIds: folders ?? [],
    hasMetadata: metadata.length > 0,
  } as const;
  const preflight = usePreflight(workspace.id, wanted);
  const { caller } = preflight;
  const refusal =
    asLogin && caller ? whyNotGrant(caller, { ...wanted, grant: ownGrant(caller) }) : preflight.refusal;
  const { environment: _chosen, notes: _none, ...patch } = patchOf(draft, noAnnotations);
  const noFolder = folders?.length === 0;
  const fieldsProblem = metadataProblem(fields);
  const days = daysOfDraft(policy);

  useLastKey(workspace.id, (last) => {
    // What uses a key and what for is said anew for each.
    setDraft((typed) => ({
      ...typed,
      ...(!chosen.current.environment && { environment: last?.environment ?? 'unassigned' }),
      ...(!chosen.current.owner && { owner: last?.owner ?? '' }),
    }));
    if (!chosen.current.scope)
      setScope(openEditor(last ? grantLike(last.grant) : defaultGrant(workspace.platform)));
  });

  /** What was refused may not be any more. A refused name stays so until it is typed anew. */
  const forgive = () => {
    if (request.problem?.field !== 'name') request.clear();
  };

  return {
    workspace,
    name,
    touched,
    draft,
    patch,
    scope,
    asLogin,
    /** What it will be able to do; null where that is the login's own scope and not known here. */
    grant: asLogin ? scopeOfLogin(caller) : listed,
    folders,
    fields,
    protect,
    policy,
    /** What is chosen by it; undefined while half a number is typed. */
    days,
    /** What it would go by without one of its own; null until that is known. */
    inherited: policies && environmentPolicy(policies, workspace.id, draft.environment),
    reason,
    fixed,
    request,
    preflight: { ...preflight, refusal },
    problems: {
      folders: touched && noFolder ? 'Choose at least one folder.' : refusalOf('folderIds'),
      metadata: fieldsProblem !== null && touched ? fieldsProblem : refusalOf('metadata'),
    },
    typeName(next: string) {
      setName(next);
      setTouched(true);
      if (request.problem?.field === 'name') request.clear();
    },
    note(change: Partial<Draft>) {
      for (const field of ['environment', 'owner'] as const)
        if (field in change) chosen.current[field] = true;
      setDraft((typed) => ({ ...typed, ...change }));
      forgive();
    },
    chooseWorkspace(id: string) {
      const next = list.find((each) => each.id === id);
      if (!next) return;
      setWorkspace(next);
      // Folders of one workspace mean nothing in another, and what a platform lacks is not asked for.
      setFolders(null);
      const { capabilities } = platforms[next.platform];
      if (capabilities.protect !== true) setProtect(false);
      if (capabilities.metadata !== true) setFields([]);
      if (capabilities.grantAsLogin !== true) setAsLogin(false);
      // Scopes of one platform mean nothing on another.
      if (next.platform !== workspace.platform) {
        setScope(openEditor(defaultGrant(next.platform)));
        chosen.current.scope = false;
      }
      request.clear();
    },
    chooseScope(next: EditorState) {
      chosen.current.scope = true;
      setScope(next);
      setAsLogin(false);
      forgive();
    },
    chooseAsLogin() {
      chosen.current.scope = true;
      setAsLogin(true);
      forgive();
    },
    chooseFolders(next: readonly string[] | null) {
      setFolders(next);
      forgive();
    },
    typeFields(next: readonly TypedRow[]) {
      setFields(next);
      forgive();
    },
    setProtect,
    choosePolicy(next: PolicyDraft) {
      setPolicy(next);
      forgive();
    },
    /** Its field forgives by itself. */
    giveReason: setReason,
    async generate() {
      setTouched(true);
      if (noFolder || fieldsProblem !== null || days === undefined) return;
      const created = await request.run(() =>
        bridge().keysCreate({
          workspaceId: workspace.id,
          name,
          ...patch,
          environment: draft.environment,
          grant: asLogin ? null : listed,
          ...(folders && { folderIds: [...folders] }),
          ...(metadata.length > 0 && {
            metadata: Object.fromEntries(metadata.map((row) => [row.name, row.value])),
          }),
          ...(protect && { protected: true }),
          ...(days !== 'inherit' && { policy: { days, reason } }),
        }),
      );
      if (!created) return;
      openDialog({ kind: 'store-secret', created, workspace });
      void selectKey(created.keyId);
    },
  };

  function refusalOf(field: 'folderIds' | 'metadata'): string | null {
    return request.problem?.field === field ? request.problem.message : null;
  }
}

/** Known where one key only can be that of the login. */
function scopeOfLogin(caller: Caller | undefined): Grant | null {
  const [login, ...others] = caller?.logins ?? [];
  return login && others.length === 0 ? login.grant : null;
}

/** For the rules: what a login may do it can hand on, whichever of its keys it is. */
function ownGrant({ logins, platform }: Caller): Grant {
  return logins[0]?.grant ?? fixedGrant(platform);
}
