/** When the key in the inspector is due and by whose policy, with what can be done about both. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { type Rotation, rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { dayText } from '#shared/domain/search/days.ts';
import { openDialog } from '../../app/dialogs.ts';
import { day } from '../../lib/time.ts';
import { Button } from '../../ui/button.tsx';
import { rotationWords } from '../inventory/cell-words.ts';
import { Fact } from '../inventory/details/fact.tsx';
import styles from '../inventory/details/facts.module.css';
import { policyWords } from './policy-words.ts';
import { endSnooze, snoozeKey } from './snooze-actions.ts';

export function RotationFacts({ detail, now }: { detail: KeyDetail; now: number }) {
  const rotation = rotationOf(detail, now);
  return (
    <>
      <Fact label="Rotation due">
        <Due detail={detail} rotation={rotation} now={now} />
      </Fact>
      {detail.status !== 'vanished' && (
        <Fact label="Policy">
          <PolicySource detail={detail} />
        </Fact>
      )}
    </>
  );
}

function Due({ detail, rotation, now }: { detail: KeyDetail; rotation: Rotation; now: number }) {
  if (rotation.kind === 'snoozed') {
    const { snooze } = detail.policy;
    return (
      <>
        Snoozed until {dayText(rotation.until)}; {rotation.planned ? 'planned for' : 'due on'}{' '}
        {dayText(rotation.day)}.{' '}
        <Button variant="link" onClick={() => void endSnooze(detail)}>
          End snooze
        </Button>
        {snooze && <Why {...snooze} />}
      </>
    );
  }
  const words = rotationWords(rotation);
  if (rotation.kind === 'rotating') return `A run is under way, ${words}`;
  if (rotation.kind !== 'due')
    return <span className={rotation.kind === 'as-needed' ? undefined : styles.quiet}>{words}</span>;
  const tones = { overdue: styles.bad, 'due-soon': styles.warn };
  const urgency = urgencyOf(detail, now);
  const { plan } = detail.policy;
  return (
    <>
      <span className={urgency ? tones[urgency] : undefined}>{`${dayText(rotation.day)} (${words})`}</span>
      {rotation.planned && ', planned'}{' '}
      <Button variant="link" onClick={() => snoozeKey(detail)}>
        Snooze…
      </Button>
      {rotation.planned && plan?.reason && <Why {...plan} />}
    </>
  );
}

function PolicySource({ detail }: { detail: KeyDetail }) {
  const words = policyWords(detail);
  const { own } = detail.policy;
  return (
    <>
      {words === null ? (
        <span className={styles.quiet}>None without an environment</span>
      ) : (
        words.charAt(0).toUpperCase() + words.slice(1)
      )}{' '}
      <Button variant="link" onClick={() => openDialog({ kind: 'key-policy', key: detail })}>
        {words === null ? 'Set…' : 'Change…'}
      </Button>
      {own?.reason && <Why {...own} />}
    </>
  );
}

/** On a line of its own: "“Contract ends Friday.” ana@factory.example, 21 Nov 2026". */
function Why({ reason, by, at }: { reason: string | null; by: string | null; at: string }) {
  return (
    <span className={styles.why}>
      {reason && `“${reason}” `}
      {[by, day(at)].filter(Boolean).join(', ')}
    </span>
  );
}
