/** How many days a key stays in quarantine: three usual numbers, or another. */
import { mostQuarantineDays, offeredQuarantineDays } from '#shared/domain/quarantine.ts';
import { NumberChoice } from '../../ui/number-choice.tsx';
import { plannedFor } from './quarantine-words.ts';

const offered = offeredQuarantineDays.map((days) => ({ value: days, label: `${days} days` }));

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
  return (
    <NumberChoice
      label="Days in quarantine"
      unit="days"
      numberLabel="Number of days"
      offered={offered}
      least={1}
      most={mostQuarantineDays}
      value={days}
      onValueChange={onDaysChange}
      note={days !== null && `To be deleted ${plannedFor(days, now)}.`}
    />
  );
}
