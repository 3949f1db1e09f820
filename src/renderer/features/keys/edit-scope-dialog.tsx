/** Edits what a key may do. Shows the difference before saving, and sends it only if the key is still as shown. */
import { useState } from 'react';
import type { Grant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { type Request, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { confirmLeft } from '../inventory/details/undo.ts';
import { type EditorState, grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { GrantChanges } from '../scope-editor/grant-changes.tsx';
import { GrantSentence } from '../scope-editor/grant-sentence.tsx';
import { NarrowerNotice } from '../scope-editor/narrower-notice.tsx';
import { PreflightContext } from '../scope-editor/preflight-context.ts';
import { RefusalNotice } from '../scope-editor/refusal-notice.tsx';
import { ScopeEditor } from '../scope-editor/scope-editor.tsx';
import { takeGrant } from '../scope-editor/take-grant.ts';
import { usePreflight } from '../scope-editor/use-preflight.ts';
import styles from './edit-scope-dialog.module.css';
import { ScopeThreeWay } from './scope-three-way.tsx';
import { useMeanwhile } from './use-meanwhile.ts';

export function EditScopeDialog({ subject }: { subject: KeyDetail }) {
  const opened = subject.grant;
  const [scope, setScope] = useState(() => openEditor(opened));
  const saving = useRequest();
  const comparing = useRequest();
  const deciding = useRequest();
  const meanwhile = useMeanwhile(subject.id);
  const grant = grantOf(scope);
  const diff = diffGrants(opened, grant);
  const { rules, refusal, doubt, noticeId, overrule } = usePreflight(
    subject.workspaceId,
    { doing: 'update', grant },
    { grant: opened, folderIds: subject.folderIds },
  );
  const isRefused = diff.changed && refusal !== null;

  const save = async (request: Request, wanted: Grant, expected: Grant) => {
    const saved = await request.run(() =>
      meanwhile.watch(() => bridge().keysEditGrant({ keyId: subject.id, grant: wanted, expected })),
    );
    if (saved) closeDialog();
  };
  const choose = (next: EditorState) => {
    setScope(next);
    // "Changed meanwhile" stays true whatever is chosen; only deciding settles it.
    if (saving.problem?.code !== 'stale') saving.clear();
  };

  if (meanwhile.theirs) {
    const theirs = meanwhile.theirs.grant;
    return (
      <ScopeThreeWay
        subject={subject}
        opened={opened}
        theirs={theirs}
        yours={grant}
        request={deciding}
        onTakeTheirs={() => {
          closeDialog();
          confirmLeft(subject);
        }}
        onSave={(wanted) => void save(deciding, wanted, theirs)}
        onCancel={() => {
          deciding.clear();
          meanwhile.leave();
        }}
      />
    );
  }
  return (
    <Dialog
      title="Edit scope"
      subject={subject.name}
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      width="broad"
      onClose={closeDialog}
      locked={saving.busy}
      onSubmit={() => {
        if (!isRefused) void save(saving, grant, opened);
      }}
      notice={
        <>
          <RefusalNotice id={noticeId} reason={refusal?.reason ?? null} onOverrule={overrule} />
          {doubt && !refusal && <Notice message={doubt} />}
          <RequestNotice request={saving}>
            {saving.problem?.code === 'stale' && (
              <Button busy={comparing.busy} onClick={() => void comparing.run(meanwhile.compare)}>
                Compare
              </Button>
            )}
          </RequestNotice>
          <RequestNotice request={comparing} />
        </>
      }
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
        <ScopeEditor state={scope} onChange={choose} />
        <GrantSentence grant={grant} />
        <GrantChanges diff={diff} />
        <NarrowerNotice grant={grant} clues={subject} onTake={(enough) => choose(takeGrant(scope, enough))} />
      </PreflightContext>
      {subject.consumers.length > 0 && (
        <p className={styles.users}>Used by {subject.consumers.join(', ')}.</p>
      )}
    </Dialog>
  );
}
