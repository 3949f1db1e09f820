import type { KeyRow } from '#shared/domain/key.ts';
import { type Rotation, rotationOf } from '#shared/domain/rotation-due.ts';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { dayText } from '#shared/domain/search/days.ts';
import { policyWords } from '../../policies/policy-words.ts';
import { stepTitles } from '../../runs/run-steps.ts';
import { rotationWords } from '../cell-words.ts';
import cells from './cells.module.css';
import { Dash } from './dash.tsx';
import styles from './rotation-cell.module.css';

/** How much of its time a key has used up, as a bar, and how many days it has left. */
export function RotationCell({ row, now }: { row: KeyRow; now: number }) {
  if (row.rotating?.as === 'old') return <RunCell rotating={row.rotating} />;
  const rotation = rotationOf(row, now);
  const words = rotationWords(rotation);
  const title = rotationTitle(row, rotation);
  if (rotation.kind === 'as-needed' || rotation.kind === 'snoozed' || rotation.kind === 'rotating')
    return (
      <span className={cells.quiet} title={title}>
        {words}
      </span>
    );
  if (rotation.kind !== 'due') return <Dash meaning={words} />;
  const { daysLeft, ofDays } = rotation;
  const used = Math.min(1, Math.max(0, (ofDays - daysLeft) / ofDays));
  const tone = daysLeft < 0 ? styles.bad : daysLeft <= dueSoonDays ? styles.warn : styles.good;
  return (
    <span className={`${styles.rotation} ${tone}`} title={title}>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.used} style={{ width: `${Math.round(used * 100)}%` }} />
      </span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}

/** The day, who chose it, and by whose policy: "Planned for 3 Dec 2026 · every 90 days, as all Production keys". */
function rotationTitle(row: KeyRow, rotation: Rotation): string {
  const parts = [policyWords(row)];
  if (rotation.kind === 'due')
    parts.unshift(`${rotation.planned ? 'Planned for' : 'Due on'} ${dayText(rotation.day)}`);
  if (rotation.kind === 'rotating') parts.unshift('A rotation run is under way');
  if (rotation.kind === 'snoozed') parts.unshift(`Snoozed until ${dayText(rotation.until)}`);
  return parts.filter((part) => part !== null).join(' · ');
}

/** A rotation under way, in place of the days that it makes moot. */
function RunCell({ rotating: { step, number, of, state } }: { rotating: NonNullable<KeyRow['rotating']> }) {
  return (
    <span
      className={`${styles.rotation} ${styles.running}`}
      title={`Being rotated: ${stepTitles[step]}${state === 'running' ? '' : ' (waiting)'}`}
    >
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.used} style={{ width: `${Math.round(((number - 1) / of) * 100)}%` }} />
      </span>
      <span className={styles.words}>
        step {number} of {of}
        <span className="visually-hidden"> of its rotation</span>
      </span>
    </span>
  );
}
