/** A new credential for a connection that lost its own. Platform and address stay as they are. */
import { useRef } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import { closeDialog, type SignInSubject } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { loadWorkspaces, useWorkspaces } from '../workspaces/workspaces-store.ts';
import { CredentialField } from './credential-field.tsx';
import { useCancellable } from './use-cancellable.ts';

export function SignInAgainDialog({ workspace }: { workspace: SignInSubject }) {
  const credential = useRef<HTMLInputElement>(null);
  const request = useRequest();
  const { requestId, close } = useCancellable(request);
  const list = useWorkspaces((state) => state.list) ?? [];
  const { connectionId, platform, baseUrl, label, account } = workspace;
  const reached = list.filter((each) => each.connectionId === connectionId).map((each) => each.name);

  const signIn = async () => {
    const signedIn = await request.run(() =>
      bridge().connectionsSignInAgain({
        connectionId,
        credential: credential.current?.value ?? '',
        requestId,
      }),
    );
    if (!signedIn) return;
    // Before the dialog goes: the banner behind it would still ask for what was just done.
    await loadWorkspaces();
    closeDialog();
  };

  return (
    <Dialog
      title="Sign in again"
      width="narrow"
      onClose={close}
      initialFocus={credential}
      problem={request.problem}
      onSubmit={() => void signIn()}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary" busy={request.busy}>
            Sign in
          </Button>
        </>
      }
    >
      <p>
        Everything cached of {reached.length > 0 ? reached.join(', ') : workspace.name} is kept. Keys can be
        changed and read anew after a new sign-in.
      </p>
      <Field label="Platform">
        {(control) => <TextInput {...control} readOnly value={platforms[platform].label} />}
      </Field>
      {(label ?? account) && (
        <Field label="Sign-in">
          {(control) => (
            <TextInput {...control} readOnly value={[label, account].filter(Boolean).join(' · ')} />
          )}
        </Field>
      )}
      <Field label="Base URL" problem={problemOf(request, 'baseUrl')}>
        {(control) => <TextInput {...control} readOnly value={baseUrl} />}
      </Field>
      <CredentialField
        platform={platform}
        inputRef={credential}
        problem={problemOf(request, 'credential')}
        onEdit={request.clear}
      />
      <RequestNotice request={request} fields={['baseUrl', 'credential']} />
    </Dialog>
  );
}
