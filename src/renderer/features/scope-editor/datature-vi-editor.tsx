/**
 * The scope editor for Datature Vi: a matrix of access scopes and permission levels. Each cell says what its scope means at
 * its level; those that the key would have are marked.
 */
import { useId } from 'react';
import {
  type AccessScope,
  accessLabels,
  accessScopes,
  cellName,
  cellOf,
  permissionLabel,
} from '#shared/domain/datature-vi-access.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './datature-vi-editor.module.css';
import {
  choosePermission,
  type DatatureViState,
  levelsOf,
  setAccess,
  unknownOf,
} from './datature-vi-state.ts';
import { UnknownScopes } from './unknown-scopes.tsx';

export function DatatureViEditor({
  state,
  onChange,
}: {
  state: DatatureViState;
  onChange: (state: DatatureViState) => void;
}) {
  const id = useId();
  const levels = levelsOf(state);
  const unknown = unknownOf(state.opened);
  return (
    <>
      <table className={styles.matrix}>
        <caption className={styles.caption}>Access and permission</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Access
            </th>
            {levels.map((level) => (
              <th key={level} scope="col">
                <label className={styles.level}>
                  <input
                    type="radio"
                    className={styles.radio}
                    name={id}
                    checked={level === state.permission}
                    onChange={() => onChange(choosePermission(state, level))}
                  />
                  {permissionLabel(level)}
                </label>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accessScopes.map((scope) => (
            <tr key={scope}>
              <th scope="row">
                <Checkbox
                  label={accessLabels[scope]}
                  checked={state.access.includes(scope)}
                  onCheckedChange={(on) => onChange(setAccess(state, scope, on))}
                />
              </th>
              {levels.map((level) => (
                <MatrixCell
                  key={level}
                  scope={scope}
                  level={level}
                  chosen={state.access.includes(scope) && level === state.permission}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {state.access.length + unknown.length === 0 && (
        <p className={styles.none}>Choose at least one access scope: Datature Vi makes no key without any.</p>
      )}
      <UnknownScopes scopes={unknown} ticked={unknown} />
    </>
  );
}

function MatrixCell({ scope, level, chosen }: { scope: AccessScope; level: string; chosen: boolean }) {
  return (
    <td className={chosen ? styles.chosen : styles.cell}>
      {meaning(scope, level)}
      {chosen && <span className="visually-hidden"> (chosen)</span>}
    </td>
  );
}

function meaning(scope: AccessScope, level: string): string {
  const cell = cellOf(cellName(scope, level));
  if (!cell) return 'Not known to this version';
  const words = cell.phrases.join(', ');
  return words === '' ? 'Nothing' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
