/** Makes a key. Its secret stays in main; the dialog that hands it over comes right after this one. */
import { useRef, useState } from 'react';
import { noAnnotations } from '#shared/domain/annotations.ts';
import { platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import { type Caller, whyNotFolders, whyNotPlan } from '#shared/domain/preflight.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { GhostKey } from '#shared/ipc/ghost-keys.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { AnnotationLine, EnvironmentField } from '../annotations/annotation-fields.tsx';
import { type Draft, draftOf, emptyDraft, patchOf, problemBeside } from '../annotations/draft.ts';
import { selectKey } from '../inventory/selection-store.ts';
import { type EditorState, grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { FixedScope } from '../scope-editor/fixed-scope.tsx';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { NarrowerNotice } from '../scope-editor/narrower-notice.tsx';
import { PreflightContext } from '../scope-editor/preflight-context.ts';
import { RefusalNotice } from '../scope-editor/refusal-notice.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { takeGrant } from '../scope-editor/take-grant.ts';
import { usePreflight } from '../scope-editor/use-preflight.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { FolderField } from './folder-field.tsx';
import { NameField } from './name-field.tsx';
import { defaultGrant, defaultWorkspace, fixedGrant, grantLike } from './new-key-defaults.ts';
import styles from './new-key-dialog.module.css';
import { NoWorkspaceDialog } from './no-workspace-dialog.tsx';
import { useLastKey } from './use-last-key.ts';
import { workspaceOptions } from './workspace-options.ts';

/** `like`: a key that lost its secret, which the new one starts as. */
type Start = { workspaceId: string | null; like: GhostKey | null };

export function NewKeyDialog(start: Start) {
  const list = useWorkspaces((state) => state.list);
  return list && <NewKeyIn list={list} {...start} />;
}

function NewKeyIn({ list, workspaceId, like }: Start & { list: readonly Workspace[] }) {
  // Chosen once: the list is read again now and then, and must not pull the form to another workspace.
  const [first] = useState(() => defaultWorkspace(list, workspaceId));
  return first ? <NewKeyForm first={first} list={list} like={like} /> : <NoWorkspaceDialog list={list} />;
}

function NewKeyForm({
  first,
  list,
  like,
}: {
  first: Workspace;
  list: readonly Workspace[];
  like: GhostKey | null;
}) {
  const [workspace, setWorkspace] = useState(first);
  const [name, setName] = useState(like?.name ?? '');
  const [touched, setTouched] = useState(false);
  const [draft, setDraft] = useState(() =>
    like ? draftOf({ ...noAnnotations, ...like.annotations }) : emptyDraft,
  );
  const [scope, setScope] = useState(() => openEditor(like?.grant ?? defaultGrant(first.platform)));
  const chosen = useRef({ environment: like !== null, owner: like !== null, scope: Boolean(like?.grant) });
  const request = useRequest();
  const fixed = whyNotEditGrant(workspace);
  const grant = fixed === null ? grantOf(scope) : fixedGrant(workspace.platform);
  const [folders, setFolders] = useState<readonly string[] | null>(null);
  const [protect, setProtect] = useState(false);
  const { capabilities } = platforms[workspace.platform];
  const wanted = { doing: 'create', grant, folderIds: folders ?? [] } as const;
  const { rules, caller, refusal, noticeId, overrule } = usePreflight(workspace.id, wanted);
  const noFolder = folders?.length === 0;

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

  const { environment: _chosen, notes: _none, ...patch } = patchOf(draft, noAnnotations);
  const note = (change: Partial<Draft>) => {
    for (const field of ['environment', 'owner'] as const) if (field in change) chosen.current[field] = true;
    setDraft((typed) => ({ ...typed, ...change }));
    if (request.problem?.field !== 'name') request.clear();
  };

  const chooseWorkspace = (id: string) => {
    const next = list.find((each) => each.id === id);
    if (!next) return;
    setWorkspace(next);
    // Folders of one workspace mean nothing in another, and what cannot be protected is not asked for.
    setFolders(null);
    if (platforms[next.platform].capabilities.protect !== true) setProtect(false);
    // Scopes of one platform mean nothing on another.
    if (next.platform !== workspace.platform) {
      setScope(openEditor(defaultGrant(next.platform)));
      chosen.current.scope = false;
    }
    request.clear();
  };

  const chooseScope = (next: EditorState) => {
    chosen.current.scope = true;
    setScope(next);
    if (request.problem?.field !== 'name') request.clear();
  };

  const generate = async () => {
    setTouched(true);
    if (noFolder) return;
    const { environment } = draft;
    const created = await request.run(() =>
      bridge().keysCreate({
        workspaceId: workspace.id,
        name,
        ...patch,
        environment,
        grant,
        ...(folders && { folderIds: [...folders] }),
        ...(protect && { protected: true }),
      }),
    );
    if (!created) return;
    openDialog({ kind: 'store-secret', created, workspace });
    void selectKey(created.keyId);
  };

  return (
    <Dialog
      title="New key"
      workspace={workspace}
      width="wide"
      onClose={closeDialog}
      // Closing would lose the only way to the secret of the key that is being made.
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => {
        if (!refusal) void generate();
      }}
      footer={
        <>
          <p className={styles.promise}>
            {refusal
              ? 'This would be refused, as said above.'
              : 'The secret is shown to nobody until you hand it over.'}
          </p>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={request.busy}
            aria-disabled={refusal !== null}
            aria-describedby={refusal ? noticeId : undefined}
          >
            Generate key
          </Button>
        </>
      }
    >
      <NameField
        name={name}
        onNameChange={(next) => {
          setName(next);
          setTouched(true);
          if (request.problem?.field === 'name') request.clear();
        }}
        workspaceId={workspace.id}
        touched={touched}
        refusal={problemOf(request, 'name')}
      />
      <div className={styles.pair}>
        <Field label="Workspace" problem={problemOf(request, 'workspaceId')}>
          {(control) => (
            <Select
              {...control}
              value={workspace.id}
              options={workspaceOptions(list)}
              onValueChange={chooseWorkspace}
            />
          )}
        </Field>
        <EnvironmentField
          value={draft.environment}
          onChange={(environment) => note({ environment })}
          problem={problemOf(request, 'environment')}
        />
      </div>
      <PreflightContext value={rules}>
        {fixed === null ? (
          <ScopeEditor state={scope} onChange={chooseScope} />
        ) : (
          <FixedScope reason={fixed} />
        )}
      </PreflightContext>
      <GrantSentence grant={wanted.grant} folders={wanted.folderIds.length} />
      {capabilities.folders === true && (
        <FolderField
          workspaceId={workspace.id}
          chosen={folders}
          onChange={(next) => {
            setFolders(next);
            if (request.problem?.field !== 'name') request.clear();
          }}
          reason={caller ? whyNoFolders(caller) : null}
          whyNotFolder={(id) => (caller ? (whyNotFolders(caller, [id])?.reason ?? null) : null)}
          problem={
            touched && noFolder
              ? 'Choose at least one folder.'
              : (problemOf(request, 'folderIds')?.message ?? null)
          }
        />
      )}
      {capabilities.protect === true && (
        <Checkbox
          label="Protected"
          description="Only the platform’s dashboard can lift it"
          checked={protect}
          onCheckedChange={setProtect}
        />
      )}
      <RefusalNotice id={noticeId} reason={refusal?.reason ?? null} onOverrule={overrule} />
      <div className={styles.pair}>
        <AnnotationLine
          field="owner"
          value={draft.owner}
          onChange={(owner) => note({ owner })}
          problem={problemBeside('owner', patch, request.problem)}
        />
        <AnnotationLine
          field="consumers"
          value={draft.consumers}
          onChange={(consumers) => note({ consumers })}
          problem={problemBeside('consumers', patch, request.problem)}
        />
      </div>
      <AnnotationLine
        field="purpose"
        value={draft.purpose}
        onChange={(purpose) => note({ purpose })}
        problem={problemBeside('purpose', patch, request.problem)}
      />
      {/* Last, so that nothing moves under the hand that types the purpose. */}
      <PreflightContext value={rules}>
        <NarrowerNotice
          grant={wanted.grant}
          clues={{ purpose: draft.purpose, consumers: draft.consumers ? [draft.consumers] : [], name }}
          onTake={(enough) => chooseScope(takeGrant(scope, enough))}
        />
      </PreflightContext>
      <RequestNotice
        request={request}
        fields={['name', 'workspaceId', 'folderIds', 'environment', 'owner', 'consumers', 'purpose']}
      />
    </Dialog>
  );
}

/** What the plan refuses it refuses for every folder. */
function whyNoFolders(caller: Caller): string | null {
  const grant = { platform: 'roboflow', scopes: null } as const;
  return whyNotPlan(caller, { doing: 'create', grant, folderIds: ['any'] })?.reason ?? null;
}
