import { useEffect, useRef } from 'react';
import box from '../../../ui/checkbox.module.css';
import styles from './key-grid.module.css';

/**
 * The box of a row or of the header. No stop of the Tab key: the table has the keyboard, and Space there does the same.
 * A press on a row's box is seen by the table, like every press on a row.
 */
export function KeyBox({
  label,
  checked,
  mixed = false,
  disabled = false,
  onPress,
}: {
  /** The accessible name. */
  label: string;
  checked: boolean;
  mixed?: boolean;
  disabled?: boolean;
  onPress?: () => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  // The mixed state is a property only; there is no attribute React could set.
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed && !checked;
  });
  return (
    <input
      ref={input}
      type="checkbox"
      tabIndex={-1}
      className={`${box.box} ${styles.box}`}
      aria-label={label}
      data-box=""
      checked={checked}
      disabled={disabled}
      onChange={() => onPress?.()}
    />
  );
}
