/** The fields for what is noted about a key, each with its label and what helps, for every form that has some of them. */
import type { ReactNode } from 'react';
import { type AnnotationField, annotationLabels } from '#shared/domain/annotations.ts';
import { type Environment, environmentLabels, environmentSchema } from '#shared/domain/environment.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const environments = environmentSchema.options.map((value) => ({ value, label: environmentLabels[value] }));

/** Longest text main takes at all; what is allowed is less, and the field says so. */
const longestTyped = 20_000;

type Problem = { message: string; hint?: string | undefined } | null;
type FieldProps<Value> = { value: Value; onChange: (value: Value) => void; problem?: Problem };

export function EnvironmentField({ value, onChange, problem = null }: FieldProps<Environment>) {
  return (
    <Field label={annotationLabels.environment} problem={problem}>
      {(control) => <Select {...control} value={value} options={environments} onValueChange={onChange} />}
    </Field>
  );
}

const hints: Readonly<Record<Exclude<AnnotationField, 'environment' | 'notes'>, ReactNode>> = {
  owner: 'A person or a team.',
  consumers: 'What needs it, separated by commas.',
  purpose: 'What it is for, in a sentence.',
};

/** Owner, consumers (as a line of names) or purpose. */
export function AnnotationLine({
  field,
  value,
  onChange,
  problem = null,
}: FieldProps<string> & { field: keyof typeof hints }) {
  return (
    <Field label={annotationLabels[field]} hint={hints[field]} problem={problem}>
      {(control) => (
        <TextInput
          {...control}
          value={value}
          maxLength={longestTyped}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function NotesField({ value, onChange, problem = null }: FieldProps<string>) {
  return (
    <Field
      label={annotationLabels.notes}
      hint="What the next person should know. Never a secret."
      problem={problem}
    >
      {(control) => (
        <TextArea
          {...control}
          value={value}
          maxLength={longestTyped}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
