/** Edits what a key may do. Shows the difference before saving, and sends it only if the key is still as shown. */
import { useState } from 'react';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { GrantChanges } from '../scope-editor/grant-changes.tsx';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { NarrowerNotice } from '../scope-editor/narrower-notice.tsx';
import { PreflightContext } from '../scope-editor/preflight-context.ts';
import { RefusalNotice } from '../scope-editor/refusal-notice.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { takeGrant } from '../scope-editor/take-grant.ts';
import { usePreflight } from '../scope-editor/use-preflight.ts';
import styles from './edit-scope-dialog.module.css';

export function EditScopeDialog({ subject }: { subject: KeyDetail }) {
  /** What the key can do now, as far as we know: replaced when somebody else turns out to have changed it. */
  const [expected, setExpected] = useState(subject.grant);
  const [scope, setScope] = useState(() => openEditor(subject.grant));
  const saving = useRequest();
  const reloading = useRequest();
  const grant = grantOf(scope);
  const diff = diffGrants(expected, grant);
  const { rules, refusal, doubt, noticeId, overrule } = usePreflight(
    subject.workspaceId,
    { doing: 'update', grant },
    { grant: expected, folderIds: subject.folderIds },
  );
  const isRefused = diff.changed && refusal !== null;

  const save = async () => {
    const saved = await saving.run(() => bridge().keysEditGrant({ keyId: subject.id, grant, expected }));
    if (saved) closeDialog();
  };

  const startOver = async () => {
    const current = await reloading.run(() => bridge().inventoryKey({ keyId: subject.id }));
    if (!current) return;
    setExpected(current.grant);
    setScope(openEditor(current.grant));
    saving.clear();
  };

  return (
    <Dialog
      title="Edit scope"
      subject={subject.name}
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      width="wide"
      onClose={closeDialog}
      locked={saving.busy}
      onSubmit={() => {
        if (!isRefused) void save();
      }}
      footer={
        <>
          <p className={styles.state}>
            {isRefused ? 'This would be refused, as said above.' : diff.changed ? '' : 'No changes'}
          </p>
          <Button onClick={closeDialog} disabled={saving.busy}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={saving.busy}
            disabled={!diff.changed}
            aria-disabled={isRefused}
            aria-describedby={isRefused ? noticeId : undefined}
          >
            Save
          </Button>
        </>
      }
    >
      <PreflightContext value={rules}>
        <ScopeEditor
          state={scope}
          onChange={(next) => {
            setScope(next);
            // "Changed meanwhile" stays true whatever is chosen; only starting over settles it.
            if (saving.problem?.code !== 'stale') saving.clear();
          }}
        />
        <GrantSentence grant={grant} />
        <GrantChanges diff={diff} />
        <RefusalNotice id={noticeId} reason={refusal?.reason ?? null} onOverrule={overrule} />
        {doubt && !refusal && <Notice message={doubt} />}
        <NarrowerNotice
          grant={grant}
          clues={subject}
          onTake={(enough) => {
            setScope(takeGrant(scope, enough));
            if (saving.problem?.code !== 'stale') saving.clear();
          }}
        />
      </PreflightContext>
      {subject.consumers.length > 0 && (
        <p className={styles.users}>Used by {subject.consumers.join(', ')}.</p>
      )}
      <RequestNotice request={saving}>
        {saving.problem?.code === 'stale' && (
          <Button busy={reloading.busy} onClick={() => void startOver()}>
            Show its current scope
          </Button>
        )}
      </RequestNotice>
      <RequestNotice request={reloading} />
    </Dialog>
  );
}
