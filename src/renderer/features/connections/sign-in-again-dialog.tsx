/** A new credential, or the browser once more, for a connection that lost its sign-in. Platform and address stay as they are. */
import { useRef } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import type { SignInSubject } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { BrowserWaiting } from './browser-waiting.tsx';
import { CredentialField } from './credential-field.tsx';
import { BrowserWords, SignInWayChoice } from './sign-in-way-choice.tsx';
import { useSignIn } from './use-sign-in.ts';

export function SignInAgainDialog({ workspace }: { workspace: SignInSubject }) {
  const credential = useRef<HTMLInputElement>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const list = useWorkspaces((state) => state.list) ?? [];
  const { connectionId, platform, baseUrl, label, account, signInWay } = workspace;
  const { way, setWay, request, requestId, close, ready, setOpened, isWaiting, signIn } = useSignIn(
    platform,
    signInWay,
  );
  const reached = list.filter((each) => each.connectionId === connectionId).map((each) => each.name);

  const renew = () =>
    signIn({
      paste: () =>
        bridge().connectionsSignInAgain({
          connectionId,
          credential: credential.current?.value ?? '',
          requestId,
        }),
      browse: () => bridge().connectionsSignInAgainInBrowser({ connectionId, requestId }),
    });

  return (
    <Dialog
      title="Sign in again"
      width="narrow"
      onClose={close}
      initialFocus={way === 'browser' ? submit : credential}
      problem={request.problem}
      onSubmit={() => void renew()}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button ref={submit} type="submit" variant="primary" busy={request.busy}>
            Sign in
          </Button>
        </>
      }
    >
      {isWaiting ? (
        <BrowserWaiting platform={platform} requestId={requestId} ready={ready} onOpened={setOpened} />
      ) : (
        <>
          <p>
            Everything cached of {reached.length > 0 ? reached.join(', ') : workspace.name} is kept. Keys can
            be changed and read anew after a new sign-in.
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
          <SignInWayChoice platform={platform} value={way} onValueChange={setWay} />
          {way === 'browser' ? (
            <BrowserWords platform={platform} />
          ) : (
            <CredentialField
              platform={platform}
              inputRef={credential}
              problem={problemOf(request, 'credential')}
              onEdit={request.clear}
            />
          )}
          <RequestNotice
            request={request}
            fields={way === 'browser' ? ['baseUrl'] : ['baseUrl', 'credential']}
          />
        </>
      )}
    </Dialog>
  );
}
