/** How long the old key has to be quiet before it is disabled, and how long it stays disabled before it is deleted. */
import { NumberChoice } from '../../ui/number-choice.tsx';
import styles from './start-dialog.module.css';
import {
  canDisable,
  countsQuiet,
  hoursLabel,
  mostDisabledDays,
  mostQuietHours,
  offeredDisabledDays,
  offeredQuietHours,
} from './start-words.ts';
import type { Plan } from './use-plans.ts';

export function StartPaces({
  plans,
  quietHours,
  onQuietHoursChange,
  disabledDays,
  onDisabledDaysChange,
}: {
  plans: readonly Plan[];
  quietHours: number | null;
  onQuietHoursChange: (hours: number | null) => void;
  disabledDays: number | null;
  onDisabledDaysChange: (days: number | null) => void;
}) {
  return (
    <div className={styles.paces}>
      {countsQuiet(plans) && (
        <NumberChoice
          label={canDisable(plans) ? 'Quiet before it is disabled' : 'Quiet before it is deleted'}
          unit="h"
          numberLabel="Number of hours"
          offered={offeredQuietHours.map((hours) => ({ value: hours, label: hoursLabel(hours) }))}
          least={0}
          most={mostQuietHours}
          value={quietHours}
          onValueChange={onQuietHoursChange}
          note="The old key counts as quiet when it was not used for so long."
        />
      )}
      {canDisable(plans) && (
        <NumberChoice
          label="Disabled before it is deleted"
          unit="days"
          numberLabel="Number of days"
          offered={offeredDisabledDays.map((days) => ({ value: days, label: `${days} days` }))}
          least={1}
          most={mostDisabledDays}
          value={disabledDays}
          onValueChange={onDisabledDaysChange}
          note="Until then it lies in quarantine and comes back with one click."
        />
      )}
    </div>
  );
}
