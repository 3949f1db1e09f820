import type { Ref } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useNameCheck } from './use-name-check.ts';

/** Longest text main takes as a name at all; what the platform allows is less, and the check says so. */
const longestTyped = 2000;

/** A key's name, checked while it is typed. */
export function NameField({
  name,
  onNameChange,
  workspaceId,
  exceptKeyId = null,
  touched,
  refusal,
  inputRef,
}: {
  name: string;
  onNameChange: (name: string) => void;
  workspaceId: string;
  exceptKeyId?: string | null;
  touched: boolean;
  /** Why the last attempt was refused, where the name was the reason. */
  refusal: ErrorInfo | null;
  inputRef?: Ref<HTMLInputElement>;
}) {
  const problem = useNameCheck({ workspaceId, name, exceptKeyId, touched });
  return (
    <Field
      label="Name"
      hint="Say what uses it. Others will read this in a year."
      problem={refusal ?? (problem ? { message: problem } : null)}
    >
      {(control) => (
        <TextInput
          {...control}
          {...(inputRef ? { ref: inputRef } : {})}
          value={name}
          maxLength={longestTyped}
          onChange={(event) => onNameChange(event.target.value)}
        />
      )}
    </Field>
  );
}
