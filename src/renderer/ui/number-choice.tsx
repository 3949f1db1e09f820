/** A choice among a few usual numbers, or another one that is typed. */
import { type ReactNode, useId, useState } from 'react';
import styles from './number-choice.module.css';
import { Segments } from './segments.tsx';
import { TextInput } from './text-input.tsx';

export function NumberChoice({
  label,
  unit,
  numberLabel,
  offered,
  least,
  most,
  value,
  onValueChange,
  note,
}: {
  /** What is counted, above the choice. */
  label: string;
  /** After the typed number. */
  unit: string;
  /** The accessible name of the field. */
  numberLabel: string;
  offered: readonly { value: number; label: string }[];
  /** Whole numbers from `least` to `most` may be typed. */
  least: number;
  most: number;
  /** Null while what was typed is none. */
  value: number | null;
  onValueChange: (value: number | null) => void;
  /** What the number that is chosen means. */
  note: ReactNode;
}) {
  const id = useId();
  const isOffered = offered.some((each) => each.value === value);
  const [other, setOther] = useState(!isOffered);
  const [typed, setTyped] = useState(value === null ? '' : String(value));

  function choose(chosen: string): void {
    setOther(chosen === 'other');
    if (chosen !== 'other') {
      setTyped(chosen);
      onValueChange(Number(chosen));
    }
  }
  function type(text: string): void {
    setTyped(text);
    const number = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    onValueChange(number >= least && number <= most ? number : null);
  }

  return (
    <div className={styles.choice}>
      {/* Drawn only: the group says it itself. */}
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <div className={styles.row}>
        <Segments
          legend={label}
          segments={[
            ...offered.map((each) => ({ value: String(each.value), label: each.label })),
            { value: 'other', label: 'Other' },
          ]}
          value={other ? 'other' : String(value)}
          onValueChange={choose}
        />
        {other && (
          <span className={styles.other}>
            <TextInput
              className={styles.number}
              aria-label={numberLabel}
              inputMode="numeric"
              value={typed}
              maxLength={4}
              aria-invalid={value === null ? true : undefined}
              aria-describedby={id}
              onChange={(event) => type(event.target.value)}
            />
            <span aria-hidden="true">{unit}</span>
          </span>
        )}
      </div>
      <p id={id} className={styles.note} aria-live="polite">
        {value === null ? `Type a number from ${least} to ${most}.` : note}
      </p>
    </div>
  );
}
