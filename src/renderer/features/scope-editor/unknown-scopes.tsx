import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './ability-tree.module.css';
import { usePreflightRules } from './preflight-context.ts';

const heading = 'Not known to this version';
const keptHeading = 'Not known to this version, and kept as they are';

/** Scopes the platform sent and the catalogue lacks: shown as they came, and kept until somebody unticks them. */
export function UnknownScopes({
  scopes,
  ticked,
  onTick,
}: {
  scopes: readonly string[];
  ticked: readonly string[];
  /** Absent where they can only be kept. */
  onTick?: (scope: string, on: boolean) => void;
}) {
  const rules = usePreflightRules();
  if (scopes.length === 0) return null;
  return (
    <div className={styles.unknown}>
      <p className={styles.unknownHeading}>{onTick ? heading : keptHeading}</p>
      <ul className={styles.leaves} aria-label={heading}>
        {scopes.map((scope) => (
          <li key={scope} className={styles.leaf}>
            {onTick ? (
              <Checkbox
                label={scope}
                mono
                reason={rules.scope(scope)}
                checked={ticked.includes(scope)}
                onCheckedChange={(on) => onTick(scope, on)}
              />
            ) : (
              <code className={styles.scope}>{scope}</code>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
