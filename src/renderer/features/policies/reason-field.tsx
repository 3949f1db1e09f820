import type { Ref } from 'react';
import { longestReason } from '#shared/domain/policies.ts';
import { problemOf, type Request } from '../../lib/use-request.ts';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';

export function ReasonField({
  value,
  onChange,
  request,
  hint,
  ref,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Says beside the field why the last try was refused. */
  request: Request;
  hint: string;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <Field label="Reason" hint={hint} problem={problemOf(request, 'reason')}>
      {(control) => (
        <TextInput
          {...control}
          {...(ref && { ref })}
          value={value}
          maxLength={longestReason}
          onChange={(event) => {
            onChange(event.target.value);
            if (request.problem?.field === 'reason') request.clear();
          }}
        />
      )}
    </Field>
  );
}
