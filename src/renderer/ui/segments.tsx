/** A choice among a few short words in one row, on the browser's own radio buttons. */
import { useId } from 'react';
import styles from './segments.module.css';

export function Segments<Value extends string>({
  legend,
  segments,
  value,
  onValueChange,
}: {
  /** Read, not drawn. */
  legend: string;
  segments: readonly { value: Value; label: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="visually-hidden">{legend}</legend>
      {segments.map((segment) => (
        <div key={segment.value} className={styles.segment}>
          <input
            type="radio"
            className={styles.radio}
            id={`${id}-${segment.value}`}
            name={id}
            checked={segment.value === value}
            onChange={() => onValueChange(segment.value)}
          />
          <label className={styles.label} htmlFor={`${id}-${segment.value}`}>
            {segment.label}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
