/** What a workspace is called and coloured on this desk. Nothing of it goes to the platform. */
import { useRef, useState } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import { longestOwnName, type Workspace } from '#shared/ipc/connections.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { SharingChoice } from '../annotations/sharing-choice.tsx';
import { useSharing } from '../annotations/use-sharing.ts';
import { WorkspacePolicies } from '../policies/workspace-policies.tsx';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import { ColourChoice } from './colour-choice.tsx';
import styles from './edit-workspace-dialog.module.css';

export function EditWorkspaceDialog({ workspace }: { workspace: Workspace }) {
  const { id, name, platformName, platform } = workspace;
  const [typed, setTyped] = useState(name);
  const [colour, setColour] = useState(workspace.colour);
  const field = useRef<HTMLInputElement>(null);
  const request = useRequest();
  const sharing = useSharing(id);
  /** Null until it is touched. */
  const [share, setShare] = useState<boolean | null>(null);

  const save = async () => {
    // A name like the platform's is none of its own: it follows when the platform renames it.
    const displayName = typed.trim() === platformName ? '' : typed;
    const saved = await request.run(() =>
      bridge().workspacesChange({ workspaceId: id, displayName, colour }),
    );
    if (!saved) return;
    if (share !== null && share !== sharing?.on) {
      const shared = await request.run(() => bridge().annotationsSetSharing({ workspaceId: id, on: share }));
      if (!shared) return;
    }
    await loadWorkspaces();
    closeDialog();
  };

  return (
    <Dialog
      title="Edit workspace"
      subject={name}
      width="narrow"
      onClose={closeDialog}
      initialFocus={field}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button type="submit" variant="primary" busy={request.busy}>
            Save
          </Button>
        </>
      }
    >
      <Field
        label="Name on this desk"
        hint={`${platforms[platform].label} calls it ${platformName}, and goes on doing so. Leave it empty to use that name.`}
        problem={problemOf(request, 'name')}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={typed}
            maxLength={longestOwnName + 20}
            placeholder={platformName}
            onChange={(event) => {
              setTyped(event.target.value);
              request.clear();
            }}
          />
        )}
      </Field>
      <ColourChoice value={colour} onValueChange={setColour} />
      <section>
        <h3 className={styles.heading}>How often its keys rotate</h3>
        <WorkspacePolicies
          workspaceId={id}
          unsaved={typed !== name || colour !== workspace.colour || share !== null}
        />
      </section>
      <section>
        <h3 className={styles.heading}>Details noted about its keys</h3>
        <SharingChoice
          workspaceName={name}
          state={sharing}
          on={share ?? sharing?.on ?? false}
          onChange={setShare}
        />
      </section>
      <RequestNotice request={request} fields={['name']} />
    </Dialog>
  );
}
