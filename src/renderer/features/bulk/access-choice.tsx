/** Access scopes that many keys of Datature Vi get or lose, and the level that they get. */
import { useId } from 'react';
import {
  accessLabels,
  accessScopes,
  permissionLabel,
  permissionLevels,
} from '#shared/domain/datature-vi-access.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './access-choice.module.css';
import { type ScopeChoiceState, tickAccess } from './scope-choice-state.ts';

const own = '';
const levels = [
  { value: own, label: 'As each key has it' },
  ...permissionLevels.map((level) => ({ value: level as string, label: permissionLabel(level) })),
];

export function AccessChoice({
  state,
  onChange,
}: {
  state: ScopeChoiceState;
  onChange: (state: ScopeChoiceState) => void;
}) {
  const legendId = useId();
  return (
    <div className={styles.choice}>
      <fieldset className={styles.access} aria-labelledby={legendId}>
        <legend id={legendId} className={styles.legend}>
          {state.mode === 'add' ? 'Access to add' : 'Access to remove'}
        </legend>
        {accessScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={accessLabels[scope]}
            checked={state.access.includes(scope)}
            onCheckedChange={(on) => onChange(tickAccess(state, scope, on))}
          />
        ))}
      </fieldset>
      {state.mode === 'add' && (
        <Field label="Permission" hint="Of all access that the key has then.">
          {(control) => (
            <Select
              {...control}
              value={state.permission ?? own}
              options={levels}
              onValueChange={(level) => onChange({ ...state, permission: level === own ? null : level })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
