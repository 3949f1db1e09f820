/** Makes a key. Its secret stays in main; the dialog that hands it over comes right after this one. */
import { useRef, useState } from 'react';
import { type Environment, environmentLabels, environmentSchema } from '#shared/domain/environment.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { selectKey } from '../inventory/selection-store.ts';
import { grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { NameField } from './name-field.tsx';
import { defaultGrant, defaultWorkspace, grantLike } from './new-key-defaults.ts';
import styles from './new-key-dialog.module.css';
import { NoWorkspaceDialog } from './no-workspace-dialog.tsx';
import { useLastKey } from './use-last-key.ts';
import { workspaceOptions } from './workspace-options.ts';

const environments = environmentSchema.options.map((value) => ({ value, label: environmentLabels[value] }));

export function NewKeyDialog({ workspaceId }: { workspaceId: string | null }) {
  const list = useWorkspaces((state) => state.list);
  return list && <NewKeyIn list={list} workspaceId={workspaceId} />;
}

function NewKeyIn({ list, workspaceId }: { list: readonly Workspace[]; workspaceId: string | null }) {
  // Chosen once: the list is read again now and then, and must not pull the form to another workspace.
  const [first] = useState(() => defaultWorkspace(list, workspaceId));
  return first ? <NewKeyForm first={first} list={list} /> : <NoWorkspaceDialog list={list} />;
}

function NewKeyForm({ first, list }: { first: Workspace; list: readonly Workspace[] }) {
  const [workspace, setWorkspace] = useState(first);
  const [name, setName] = useState('');
  const [touched, setTouched] = useState(false);
  const [environment, setEnvironment] = useState<Environment>('unassigned');
  const [scope, setScope] = useState(() => openEditor(defaultGrant(first.platform)));
  const chosen = useRef({ environment: false, scope: false });
  const request = useRequest();

  useLastKey(workspace.id, (last) => {
    if (!chosen.current.environment) setEnvironment(last?.environment ?? 'unassigned');
    if (!chosen.current.scope)
      setScope(openEditor(last ? grantLike(last.grant) : defaultGrant(workspace.platform)));
  });

  const chooseWorkspace = (id: string) => {
    const next = list.find((each) => each.id === id);
    if (!next) return;
    setWorkspace(next);
    // Scopes of one platform mean nothing on another.
    if (next.platform !== workspace.platform) {
      setScope(openEditor(defaultGrant(next.platform)));
      chosen.current.scope = false;
    }
    request.clear();
  };

  const generate = async () => {
    setTouched(true);
    const grant = grantOf(scope);
    const created = await request.run(() =>
      bridge().keysCreate({ workspaceId: workspace.id, name, environment, grant }),
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
      onSubmit={() => void generate()}
      footer={
        <>
          <p className={styles.promise}>The secret is shown to nobody until you hand it over.</p>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy}>
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
        <Field label="Environment" problem={problemOf(request, 'environment')}>
          {(control) => (
            <Select
              {...control}
              value={environment}
              options={environments}
              onValueChange={(next) => {
                chosen.current.environment = true;
                setEnvironment(next);
              }}
            />
          )}
        </Field>
      </div>
      <ScopeEditor
        state={scope}
        onChange={(next) => {
          chosen.current.scope = true;
          setScope(next);
          if (request.problem?.field !== 'name') request.clear();
        }}
      />
      <GrantSentence grant={grantOf(scope)} />
      <RequestNotice request={request} fields={['name', 'workspaceId', 'environment']} />
    </Dialog>
  );
}
