/** The head of a column of the matrix: a permission level to choose, or why this login cannot give it. */
import { useId } from 'react';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './datature-vi-editor.module.css';

export function MatrixLevel({
  group,
  label,
  checked,
  reason,
  onChoose,
}: {
  /** The radio buttons of one matrix have one name. */
  group: string;
  label: string;
  checked: boolean;
  /** On hover and focus and for assistive technology; the level stays in reach. */
  reason: string | null;
  onChoose: () => void;
}) {
  const id = useId();
  const refused = reason !== null && !checked;
  return (
    <th scope="col">
      <Tooltip text={reason} isName>
        <label className={styles.level}>
          <input
            type="radio"
            className={styles.radio}
            name={group}
            checked={checked}
            aria-disabled={refused || undefined}
            aria-describedby={reason === null ? undefined : id}
            onChange={() => {
              if (!refused) onChoose();
            }}
          />
          {label}
        </label>
      </Tooltip>
      {reason !== null && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </th>
  );
}
