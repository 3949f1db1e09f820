/**
 * The field for a platform's credential, masked. What is typed stays in the field itself and is read when the form is
 * sent: React keeps old states around, and a credential must not be among them.
 */
import { type RefObject, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export function CredentialField({
  platform,
  inputRef,
  problem,
  onEdit,
}: {
  platform: PlatformId;
  inputRef: RefObject<HTMLInputElement | null>;
  problem: ErrorInfo | null;
  onEdit: () => void;
}) {
  const [shown, setShown] = useState(false);
  const { credentialLabel, credentialHint, credentialHelpUrl } = platforms[platform];
  return (
    <Field
      label={credentialLabel}
      aside={credentialHelpUrl && <HelpLink url={credentialHelpUrl} />}
      hint={credentialHint}
      problem={problem}
    >
      {(control) => (
        <TextInput
          {...control}
          ref={inputRef}
          type={shown ? 'text' : 'password'}
          mono
          maxLength={4096}
          autoCapitalize="off"
          onInput={onEdit}
          trailing={
            <Button variant="link" onClick={() => setShown(!shown)}>
              {shown ? 'Hide' : 'Show'}
            </Button>
          }
        />
      )}
    </Field>
  );
}

function HelpLink({ url }: { url: string }) {
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  const open = async () => {
    const result = await answer(bridge().appOpenLink({ url }));
    setProblem(result.ok ? null : result.error);
  };
  return (
    <Button variant="link" title={problem?.message} onClick={() => void open()}>
      {problem ? 'The page could not be opened' : 'Where do I find it?'}
    </Button>
  );
}
