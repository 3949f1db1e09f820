/** A labelled control with what helps under it: a hint, or the error that belongs to it. */
import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

/** What a control takes over so that label, hint and error are read with it. */
type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** A problem as the person reads it: what is wrong, and what to do where that is not obvious. */
type FieldProblem = { message: string; hint?: string | undefined };

type FieldProps = {
  label: string;
  /** To the right of the label, for instance a link to help. */
  aside?: ReactNode;
  hint?: ReactNode;
  problem?: FieldProblem | null;
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, aside, hint, problem, children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      <div className={styles.heading}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': hint || problem ? noteId : undefined,
        'aria-invalid': problem ? true : undefined,
      })}
      {/* Always there, so that an error that appears while typing is read out without stealing the focus. */}
      <div id={noteId} className={styles.note} aria-live="polite">
        {problem ? (
          <span className={styles.problem}>
            {problem.message}
            {problem.hint ? ` ${problem.hint}` : ''}
          </span>
        ) : (
          hint
        )}
      </div>
    </div>
  );
}
