/** How often: as what is above it says, every so many days, or as needed. */
import { mostPolicyDays } from '#shared/domain/key-rotation.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { daysOfDraft, type PolicyDraft } from './policy-draft.ts';
import styles from './policy-field.module.css';

export function PolicyField({
  label,
  inheritLabel,
  draft,
  onChange,
  hint,
}: {
  label: string;
  /** What it means to choose nothing: "Every 90 days, as in all workspaces". */
  inheritLabel: string;
  draft: PolicyDraft;
  onChange: (draft: PolicyDraft) => void;
  hint?: string;
}) {
  const wrong = daysOfDraft(draft) === undefined;
  return (
    <Field
      label={label}
      hint={hint}
      problem={wrong ? { message: `Type a number of days from 1 to ${mostPolicyDays}.` } : null}
    >
      {({ 'aria-invalid': invalid, ...control }) => (
        <div className={styles.row}>
          <Select
            {...control}
            className={styles.mode}
            value={draft.mode}
            options={[
              { value: 'inherit', label: inheritLabel },
              { value: 'days', label: 'Another number of days' },
              { value: 'as-needed', label: 'As needed, without a day' },
            ]}
            onValueChange={(mode) => onChange({ ...draft, mode })}
          />
          {draft.mode === 'days' && (
            <span className={styles.days}>
              <TextInput
                className={styles.number}
                aria-label={`${label}: number of days`}
                aria-invalid={invalid}
                aria-describedby={control['aria-describedby']}
                inputMode="numeric"
                maxLength={4}
                value={draft.typed}
                onChange={(event) => onChange({ ...draft, typed: event.target.value })}
              />
              <span aria-hidden="true">days</span>
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
