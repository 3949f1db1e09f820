/** Folder ids as somebody knows them from elsewhere: where the login may not list folders, nobody here can offer them. */
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** Separated by commas or spaces; each once. */
export function readFolderIds(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];
}

export function TypedFolderIds({
  first,
  onChange,
}: {
  /** Ids that were typed before. */
  first: readonly string[];
  onChange: (ids: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState(first.join(', '));
  return (
    <Field
      label="Folder IDs"
      hint="From the platform’s dashboard or a colleague, separated by commas. Without any, untick Only some folders."
    >
      {(control) => (
        <TextInput
          {...control}
          mono
          value={typed}
          maxLength={2000}
          autoCapitalize="off"
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readFolderIds(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
