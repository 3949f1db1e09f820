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
import { usePreflightRules } from '../scope-editor/preflight-context.ts';
import styles from './access-choice.module.css';
import { type ScopeChoiceState, tickAccess } from './scope-choice-state.ts';

const own = '';
/** What every login can give of an access scope that it can give at all. */
const leastLevel = 'restricted';

export function AccessChoice({
  state,
  onChange,
}: {
  state: ScopeChoiceState;
  onChange: (state: ScopeChoiceState) => void;
}) {
  const legendId = useId();
  const rules = usePreflightRules();
  const whyNot = (access: string[], permission: string) =>
    state.mode === 'add' ? rules.grant({ platform: 'datature-vi', access, permission }) : null;
  const levels = permissionLevels.map((level) => {
    const refused = level !== state.permission && whyNot([], level) !== null;
    const label = permissionLabel(level);
    // An option cannot explain itself at length; the dry run does.
    return {
      value: level as string,
      label: refused ? `${label} (beyond this login)` : label,
      disabled: refused,
    };
  });
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
            reason={whyNot([scope], leastLevel)}
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
              options={[{ value: own, label: 'As each key has it' }, ...levels]}
              onValueChange={(level) => onChange({ ...state, permission: level === own ? null : level })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
