/**
 * The steps of a run in a row. By shape as much as by colour: a full bar is done, a tall one is where it stands, a
 * hatched one was skipped, a hollow one is ahead.
 */
import { Check, Minus } from 'lucide-react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { stateLabels, stepLabels } from './run-steps.ts';
import styles from './run-strip.module.css';
import { stripWords } from './run-words.ts';

/** Bars alone, for a card, a cell or the inspector; words stand beside it. */
export function RunStrip({ run }: { run: Run }) {
  return (
    <span className={styles.strip} role="img" aria-label={stripWords(run)}>
      {run.steps.map(({ step, state }) => (
        <span key={step} className={`${styles.bar} ${styles[state]}`} />
      ))}
    </span>
  );
}

/** With the name of each step below its bar. */
export function NamedRunStrip({ run }: { run: Run }) {
  return (
    <ol className={styles.named} aria-label="Steps">
      {run.steps.map(({ step, state }) => (
        <li
          key={step}
          className={styles.step}
          data-state={state}
          aria-current={state === 'current' ? 'step' : undefined}
        >
          <span className={`${styles.bar} ${styles[state]}`} aria-hidden="true" />
          <span className={styles.label}>
            {state === 'done' && <Check size={12} strokeWidth={2.5} aria-hidden="true" />}
            {state === 'skipped' && <Minus size={12} strokeWidth={2.5} aria-hidden="true" />}
            <span className={styles.word}>{stepLabels[step]}</span>
            {state !== 'current' && <span className="visually-hidden"> {stateLabels[state]}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
