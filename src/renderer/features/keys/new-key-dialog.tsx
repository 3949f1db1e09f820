/** Makes a key. Its secret stays in main; the dialog that hands it over comes right after this one. */
import { useState } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { GhostKey } from '#shared/ipc/ghost-keys.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { problemOf } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { EnvironmentField } from '../annotations/annotation-fields.tsx';
import { FixedScope } from '../scope-editor/fixed-scope.tsx';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { NarrowerNotice } from '../scope-editor/narrower-notice.tsx';
import { PreflightContext } from '../scope-editor/preflight-context.ts';
import { RefusalNotice } from '../scope-editor/refusal-notice.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { takeGrant } from '../scope-editor/take-grant.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { NameField } from './name-field.tsx';
import { defaultWorkspace, whyNoNewKey } from './new-key-defaults.ts';
import { NewKeyDetails } from './new-key-details.tsx';
import styles from './new-key-dialog.module.css';
import { NoWorkspaceDialog } from './no-workspace-dialog.tsx';
import { useNewKey } from './use-new-key.ts';
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
  const [reason] = useState(() => whyNoNewKey(list, workspaceId));
  if (!first || reason) return <NoWorkspaceDialog list={list} reason={reason} />;
  return <NewKeyForm first={first} list={list} like={like} />;
}

/** Everything that stands beside its own field. */
const ownPlaces = [
  'name',
  'workspaceId',
  'folderIds',
  'metadata',
  'environment',
  'owner',
  'consumers',
  'purpose',
  'reason',
] as const;

function NewKeyForm({
  first,
  list,
  like,
}: {
  first: Workspace;
  list: readonly Workspace[];
  like: GhostKey | null;
}) {
  const form = useNewKey(first, list, like);
  const { workspace, draft, grant, request, preflight } = form;
  const { rules, refusal, noticeId, overrule } = preflight;
  const { capabilities } = platforms[workspace.platform];

  return (
    <Dialog
      title="New key"
      workspace={workspace}
      width="broad"
      onClose={closeDialog}
      // Closing would lose the only way to the secret of the key that is being made.
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => {
        if (!refusal) void form.generate();
      }}
      notice={
        <>
          <RefusalNotice id={noticeId} reason={refusal?.reason ?? null} onOverrule={overrule} />
          <RequestNotice request={request} fields={ownPlaces} />
        </>
      }
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
            aria-disabled={refusal !== null || form.days === undefined}
            aria-describedby={refusal ? noticeId : undefined}
          >
            Generate key
          </Button>
        </>
      }
    >
      <NameField
        name={form.name}
        onNameChange={form.typeName}
        workspaceId={workspace.id}
        touched={form.touched}
        refusal={problemOf(request, 'name')}
      />
      <div className={styles.pair}>
        <Field label="Workspace" problem={problemOf(request, 'workspaceId')}>
          {(control) => (
            <Select
              {...control}
              value={workspace.id}
              options={workspaceOptions(list)}
              onValueChange={form.chooseWorkspace}
            />
          )}
        </Field>
        <EnvironmentField
          value={draft.environment}
          onChange={(environment) => form.note({ environment })}
          problem={problemOf(request, 'environment')}
        />
      </div>
      <PreflightContext value={rules}>
        {form.fixed === null ? (
          <ScopeEditor
            state={form.scope}
            onChange={form.chooseScope}
            {...(capabilities.grantAsLogin === true && {
              asLogin: { chosen: form.asLogin, onChoose: form.chooseAsLogin },
            })}
          />
        ) : (
          <FixedScope reason={form.fixed} />
        )}
      </PreflightContext>
      <GrantSentence grant={grant} folders={form.folders?.length ?? 0} />
      <NewKeyDetails form={form} />
      {/* Last, so that nothing moves under the hand that types the purpose. */}
      {grant && !form.asLogin && (
        <PreflightContext value={rules}>
          <NarrowerNotice
            grant={grant}
            clues={{
              purpose: draft.purpose,
              consumers: draft.consumers ? [draft.consumers] : [],
              name: form.name,
            }}
            onTake={(enough) => form.chooseScope(takeGrant(form.scope, enough))}
          />
        </PreflightContext>
      )}
    </Dialog>
  );
}
