/** Signs in to a platform with a pasted credential; all workspaces it reaches appear. */
import { useRef, useState } from 'react';
import { type PlatformId, platformIdSchema, platforms } from '#shared/domain/platform.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { CliImportLine } from '../cli-import/cli-import-offer.tsx';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import { CredentialField } from './credential-field.tsx';
import { useCancellable } from './use-cancellable.ts';

const choices = platformIdSchema.options.map((value) => ({ value, label: platforms[value].label }));
const exampleBaseUrl = 'https://vision.example.com';

export function ConnectDialog() {
  const [platform, setPlatform] = useState<PlatformId>('roboflow');
  const [baseUrl, setBaseUrl] = useState(platforms.roboflow.defaultBaseUrl ?? '');
  const [organizationId, setOrganizationId] = useState('');
  const credential = useRef<HTMLInputElement>(null);
  const request = useRequest();
  const { requestId, close } = useCancellable(request);

  const choosePlatform = (next: PlatformId) => {
    // An address that was typed is kept; one that we filled in goes with its platform.
    if (baseUrl === (platforms[platform].defaultBaseUrl ?? ''))
      setBaseUrl(platforms[next].defaultBaseUrl ?? '');
    setPlatform(next);
    request.clear();
  };

  const connect = async () => {
    const connected = await request.run(() =>
      bridge().connectionsConnect({
        platform,
        baseUrl,
        credential: credential.current?.value ?? '',
        ...(platforms[platform].needsOrganizationId && { organizationId }),
        requestId,
      }),
    );
    if (!connected) return;
    // Before the dialog goes: what lies behind it would still show how it was.
    await loadWorkspaces();
    closeDialog();
  };

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
      <CredentialField
        // Another platform means another credential: what was typed for the first must not go to the second.
        key={platform}
        platform={platform}
        inputRef={credential}
        problem={problemOf(request, 'credential')}
        onEdit={request.clear}
      />
      <RequestNotice request={request} fields={['platform', 'baseUrl', 'organizationId', 'credential']} />
      {platform === 'roboflow' && <CliImportLine />}
    </Dialog>
  );
}
