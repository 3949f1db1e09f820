/** How many days a key stays in quarantine: three usual numbers, or another. */
import { useId, useState } from 'react';
import {
  mostQuarantineDays,
  offeredQuarantineDays,
  quarantineDaysSchema,
} from '#shared/domain/quarantine.ts';
import { Segments } from '../../ui/segments.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './days-choice.module.css';
import { plannedFor } from './quarantine-words.ts';

const segments = [
  ...offeredQuarantineDays.map((days) => ({ value: String(days), label: `${days} days` })),
  { value: 'other', label: 'Other' },
];

/** `days` is null while what was typed is no number of days. */
export function DaysChoice({
  days,
  onDaysChange,
  now,
}: {
  days: number | null;
  onDaysChange: (days: number | null) => void;
  now: number;
}) {
  const id = useId();
  const isOffered = (value: number | null) => offeredQuarantineDays.some((each) => each === value);
  const [other, setOther] = useState(!isOffered(days));
  const [typed, setTyped] = useState(days === null ? '' : String(days));

  function choose(value: string): void {
    setOther(value === 'other');
    if (value !== 'other') {
      setTyped(value);
      onDaysChange(Number(value));
    }
  }
  function type(text: string): void {
    setTyped(text);
    const read = quarantineDaysSchema.safeParse(/^\d+$/.test(text.trim()) ? Number(text) : null);
    onDaysChange(read.success ? read.data : null);
  }

  return (
    <div className={styles.choice}>
      {/* Drawn only: the group says it itself. */}
      <p className={styles.label} aria-hidden="true">
        Days in quarantine
      </p>
      <div className={styles.row}>
        <Segments
          legend="Days in quarantine"
          segments={segments}
          value={other ? 'other' : String(days)}
          onValueChange={choose}
        />
        {other && (
          <span className={styles.other}>
            <TextInput
              className={styles.number}
              aria-label="Number of days"
              inputMode="numeric"
              value={typed}
              maxLength={4}
              aria-invalid={days === null ? true : undefined}
              aria-describedby={id}
              onChange={(event) => type(event.target.value)}
            />
            <span aria-hidden="true">days</span>
          </span>
        )}
      </div>
      <p id={id} className={styles.note} aria-live="polite">
        {days === null
          ? `Type a number from 1 to ${mostQuarantineDays}.`
          : `To be deleted ${plannedFor(days, now)}.`}
      </p>
    </div>
  );
}
