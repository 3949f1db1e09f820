/** How the run came to where it stands: each step that is behind it, with its moment and how it went. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { ago, exactTime } from '../../lib/time.ts';
import styles from './run-history.module.css';
import { stepLabels } from './run-steps.ts';

export function RunHistory({ run, now }: { run: Run; now: number }) {
  const behind = run.steps.filter(({ state }) => state === 'done' || state === 'skipped');
  return (
    <section aria-label="History">
      <h3 className={styles.title}>History</h3>
      <ul className={styles.list}>
        <Entry at={run.startedAt} label="Begun" note={begunWords(run)} now={now} />
        {behind.map(({ step, state, at, note }) => (
          <Entry
            key={step}
            at={at}
            label={state === 'skipped' ? `${stepLabels[step]}, skipped` : stepLabels[step]}
            note={note}
            now={now}
          />
        ))}
        {run.state === 'cancelled' && (
          <Entry at={run.endedAt} label="Taken back" note="The rotation was cancelled." now={now} />
        )}
      </ul>
    </section>
  );
}

function Entry({ at, label, note, now }: { at: string | null; label: string; note: string; now: number }) {
  return (
    <li className={styles.entry}>
      <span className={styles.label}>{label}</span>
      <span className={styles.note}>{note}</span>
      {at && (
        <time className={styles.at} dateTime={at} title={exactTime(at)}>
          {ago(at, now)}
        </time>
      )}
    </li>
  );
}

function begunWords({ reason }: Run): string {
  return reason === 'compromised' ? 'The key was compromised.' : 'A planned rotation.';
}
