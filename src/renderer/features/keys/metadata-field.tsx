/** Free fields that a new key carries along at its platform: names and values, one row each. */
import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { type MetadataRow, metadataLimits } from '#shared/domain/key-metadata.ts';
import { Button } from '../../ui/button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './metadata-field.module.css';

/** `id` keeps a row's place while others come and go. */
export type TypedRow = MetadataRow & { id: number };

/** Longest text main takes at all; what is allowed is less, and the field says so. */
const longestTyped = 2000;

export function MetadataField({
  rows,
  onChange,
  reason,
  problem,
}: {
  rows: readonly TypedRow[];
  onChange: (rows: readonly TypedRow[]) => void;
  /** Why no field can be added; null where one can. */
  reason: string | null;
  problem: string | null;
}) {
  const noteId = useId();
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
  });
  const set = (id: number, change: Partial<MetadataRow>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));

  return (
    <fieldset className={styles.field} aria-describedby={noteId}>
      <legend className={styles.legend}>Metadata</legend>
      {rows.length > 0 && (
        <ul ref={list} className={styles.rows}>
          {rows.map(({ id, name, value }, index) => (
            <li key={id} className={styles.row}>
              <TextInput
                aria-label={`Name of field ${index + 1}`}
                placeholder="Name"
                value={name}
                maxLength={longestTyped}
                onChange={(event) => set(id, { name: event.target.value })}
              />
              <TextInput
                aria-label={`Value of field ${index + 1}`}
                placeholder="Value"
                value={value}
                maxLength={longestTyped}
                onChange={(event) => set(id, { value: event.target.value })}
              />
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove field ${index + 1}`}
                onClick={() => {
                  // The button goes with its row, and would take the focus along.
                  add.current?.focus();
                  onChange(rows.filter((row) => row.id !== id));
                }}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.foot}>
        <Tooltip text={reason}>
          <Button
            ref={add}
            aria-disabled={reason !== null}
            disabled={rows.length >= metadataLimits.fields}
            onClick={() => {
              if (reason !== null) return;
              added.current = true;
              onChange([...rows, { id: Math.max(0, ...rows.map(({ id }) => id)) + 1, name: '', value: '' }]);
            }}
          >
            Add a field
          </Button>
        </Tooltip>
        <div id={noteId} className={styles.note} aria-live="polite">
          {problem ? (
            <span className={styles.problem}>{problem}</span>
          ) : (
            'Kept with the key at the platform. Never a secret.'
          )}
        </div>
      </div>
    </fieldset>
  );
}
