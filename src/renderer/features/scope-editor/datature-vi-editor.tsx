/**
 * The scope editor for Datature Vi: a matrix of access scopes and permission levels. Each cell says what its scope means at
 * its level; those that the key would have are marked, and those that this login cannot give are greyed.
 */
import { Lock } from 'lucide-react';
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
import { MatrixLevel } from './matrix-level.tsx';
import { usePreflightRules } from './preflight-context.ts';
import { UnknownScopes } from './unknown-scopes.tsx';

/** What every login can give of a scope that it can give at all: what is refused at this level is refused for the scope. */
const leastLevel = 'restricted';

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
  const rules = usePreflightRules();
  const whyNot = (access: string[], permission: string) =>
    rules.grant({ platform: 'datature-vi', access, permission });
  const isPartlyRefused = accessScopes.some((scope) =>
    levels.some((level) => whyNot([scope], level) !== null),
  );
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
              <MatrixLevel
                key={level}
                group={id}
                label={permissionLabel(level)}
                checked={level === state.permission}
                reason={whyNot([], level)}
                onChoose={() => onChange(choosePermission(state, level))}
              />
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
                  reason={whyNot([scope], leastLevel)}
                  onCheckedChange={(on) => onChange(setAccess(state, scope, on))}
                />
              </th>
              {levels.map((level) => (
                <MatrixCell
                  key={level}
                  scope={scope}
                  level={level}
                  chosen={state.access.includes(scope) && level === state.permission}
                  refused={whyNot([scope], level) !== null}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isPartlyRefused && (
        <p className={styles.none}>
          <Lock className={styles.lock} size={11} aria-hidden="true" />
          Beyond what this login’s own key can give. Point at a scope or a level to read why.
        </p>
      )}
      {state.access.length + unknown.length === 0 && (
        <p className={styles.none}>Choose at least one access scope: Datature Vi makes no key without any.</p>
      )}
      <UnknownScopes scopes={unknown} ticked={unknown} />
    </>
  );
}

type MatrixCellProps = { scope: AccessScope; level: string; chosen: boolean; refused: boolean };

function MatrixCell({ scope, level, chosen, refused }: MatrixCellProps) {
  return (
    <td className={chosen ? styles.chosen : refused ? styles.refused : styles.cell}>
      {refused && <Lock className={styles.lock} size={11} aria-hidden="true" />}
      {meaning(scope, level)}
      {chosen && <span className="visually-hidden"> (chosen)</span>}
      {refused && <span className="visually-hidden"> (beyond this login)</span>}
    </td>
  );
}

function meaning(scope: AccessScope, level: string): string {
  const cell = cellOf(cellName(scope, level));
  if (!cell) return 'Not known to this version';
  const words = cell.phrases.join(', ');
  return words === '' ? 'Nothing' : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
