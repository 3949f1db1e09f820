/** A box with its label, on the browser's own checkbox; `mixed` where it stands for some of many. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './checkbox.module.css';

type CheckboxProps = {
  checked: boolean;
  mixed?: boolean;
  disabled?: boolean;
  onCheckedChange: (checked: boolean) => void;
  /** The accessible name; shown unless `hideLabel`. */
  label: string;
  hideLabel?: boolean;
  /** For a label that is an identifier and not a word. */
  mono?: boolean;
  /** Shown after the label and read as its description. */
  description?: ReactNode;
};

export function Checkbox({
  checked,
  mixed = false,
  disabled = false,
  onCheckedChange,
  label,
  hideLabel = false,
  mono = false,
  description,
}: CheckboxProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  // The mixed state is a property only; there is no attribute React could set.
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <span className={styles.line}>
      <input
        ref={box}
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={description ? `${id}-description` : undefined}
        onChange={(event) => onCheckedChange(event.target.checked)}
      />
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : mono ? styles.mono : styles.label}>
        {label}
      </label>
      {description && (
        <span id={`${id}-description`} className={styles.description}>
          {description}
        </span>
      )}
    </span>
  );
}
