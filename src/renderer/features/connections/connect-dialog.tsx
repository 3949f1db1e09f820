/** Signs in to a platform with a pasted credential or with the browser; all workspaces that are reached appear. */
import { useRef, useState } from 'react';
import { type PlatformId, platformIdSchema, platforms } from '#shared/domain/platform.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { CliImportLine } from '../cli-import/cli-import-offer.tsx';
import { BrowserWaiting } from './browser-waiting.tsx';
import { CredentialField } from './credential-field.tsx';
import { BrowserWords, SignInWayChoice } from './sign-in-way-choice.tsx';
import { useSignIn } from './use-sign-in.ts';

const choices = platformIdSchema.options.map((value) => ({ value, label: platforms[value].label }));
/** What is wrong with a credential is said elsewhere where its field is not there. */
const shownBy = { credential: ['credential'], browser: [] } as const;
const exampleBaseUrl = 'https://vision.example.com';

export function ConnectDialog() {
  const [platform, setPlatform] = useState<PlatformId>('roboflow');
  const [baseUrl, setBaseUrl] = useState(platforms.roboflow.defaultBaseUrl ?? '');
  const [organizationId, setOrganizationId] = useState('');
  const credential = useRef<HTMLInputElement>(null);
  const { way, setWay, request, requestId, close, ready, setOpened, isWaiting, signIn } = useSignIn(
    platform,
    'credential',
  );

  const choosePlatform = (next: PlatformId) => {
    // An address that was typed is kept; one that we filled in goes with its platform.
    if (baseUrl === (platforms[platform].defaultBaseUrl ?? ''))
      setBaseUrl(platforms[next].defaultBaseUrl ?? '');
    setPlatform(next);
    request.clear();
  };

  const connect = () =>
    signIn({
      paste: () =>
        bridge().connectionsConnect({
          platform,
          baseUrl,
          credential: credential.current?.value ?? '',
          ...(platforms[platform].needsOrganizationId && { organizationId }),
          requestId,
        }),
      browse: () => bridge().connectionsConnectInBrowser({ platform, baseUrl, requestId }),
    });

  return (
    <Dialog
      title="Connect a workspace"
      width="narrow"
      onClose={close}
      problem={request.problem}
      onSubmit={() => void connect()}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" variant="primary" busy={request.busy}>
            Connect
          </Button>
        </>
      }
    >
      {isWaiting ? (
        <BrowserWaiting platform={platform} requestId={requestId} ready={ready} onOpened={setOpened} />
      ) : (
        <>
          <Field label="Platform" problem={problemOf(request, 'platform')}>
            {(control) => (
              <Select {...control} value={platform} options={choices} onValueChange={choosePlatform} />
            )}
          </Field>
          <Field label="Base URL" problem={problemOf(request, 'baseUrl')}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="url"
                value={baseUrl}
                maxLength={2000}
                placeholder={`For example ${exampleBaseUrl}`}
                onChange={(event) => {
                  setBaseUrl(event.target.value);
                  request.clear();
                }}
              />
            )}
          </Field>
          {platforms[platform].needsOrganizationId && (
            <Field
              label="Organization ID"
              hint="From the organization’s settings. It is not a secret."
              problem={problemOf(request, 'organizationId')}
            >
              {(control) => (
                <TextInput
                  {...control}
                  mono
                  value={organizationId}
                  maxLength={200}
                  autoCapitalize="off"
                  onChange={(event) => {
                    setOrganizationId(event.target.value);
                    request.clear();
                  }}
                />
              )}
            </Field>
          )}
          <SignInWayChoice platform={platform} value={way} onValueChange={setWay} />
          {way === 'browser' ? (
            <BrowserWords platform={platform} />
          ) : (
            <CredentialField
              // Another platform means another credential: what was typed for the first must not go to the second.
              key={platform}
              platform={platform}
              inputRef={credential}
              problem={problemOf(request, 'credential')}
              onEdit={request.clear}
            />
          )}
          <RequestNotice
            request={request}
            fields={['platform', 'baseUrl', 'organizationId', ...shownBy[way]]}
          />
          {platform === 'roboflow' && <CliImportLine />}
        </>
      )}
    </Dialog>
  );
}
