/** A box with its label, on the browser's own checkbox; `mixed` where it stands for some of many. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './checkbox.module.css';
import { Tooltip } from './tooltip.tsx';

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
  /** Why it cannot be ticked, on hover and focus and for assistive technology: it stays in reach, and what is ticked can be unticked. */
  reason?: string | null;
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
  reason = null,
}: CheckboxProps) {
  const id = useId();
  const refused = reason !== null && !checked && !mixed;
  const box = useRef<HTMLInputElement>(null);
  // The mixed state is a property only; there is no attribute React could set.
  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);
  const describedBy = [description ? `${id}-description` : '', reason ? `${id}-reason` : ''].join(' ').trim();
  return (
    <Tooltip text={reason} isName>
      <span className={styles.line}>
        <input
          ref={box}
          id={id}
          type="checkbox"
          className={styles.box}
          checked={checked}
          disabled={disabled}
          aria-disabled={refused || undefined}
          aria-describedby={describedBy || undefined}
          onChange={(event) => {
            if (!refused) onCheckedChange(event.target.checked);
          }}
        />
        <label htmlFor={id} className={hideLabel ? 'visually-hidden' : mono ? styles.mono : styles.label}>
          {label}
        </label>
        {description && (
          <span id={`${id}-description`} className={styles.description}>
            {description}
          </span>
        )}
        {reason && (
          <span id={`${id}-reason`} hidden>
            {reason}
          </span>
        )}
      </span>
    </Tooltip>
  );
}
