/** Several keys that are rotated together, each with its twin or with why it cannot be. */
import type { Workspace } from '#shared/ipc/connections.ts';
import { plural } from '../../lib/plural.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import styles from './start-dialog.module.css';
import { sharedWarnings } from './start-words.ts';
import type { Plan } from './use-plans.ts';

export function PlansTogether({
  plans,
  workspaces,
}: {
  plans: readonly Plan[];
  workspaces: readonly Workspace[];
}) {
  const refused = plans.filter(({ preview }) => preview.refusal !== null).length;
  const shared = sharedWarnings(plans);
  return (
    <>
      <p>
        {refused === 0
          ? `${plural(plans.length, 'key')} get a twin each and are rotated together: what stands at the same step can be carried on at once.`
          : `${plans.length - refused} of ${plural(plans.length, 'key')} can be rotated; the others are left as they are.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and has no control of its own for the keyboard */}
      <section className={styles.scroller} aria-label="Keys to rotate" tabIndex={0}>
        <ul className={styles.list}>
          {plans.map(({ preview, key }) => {
            const workspace = workspaces.find(({ id }) => id === key?.workspaceId);
            const own = preview.warnings.filter((warning) => !shared.includes(warning));
            return (
              <li key={preview.keyId} className={styles.item}>
                <span className={styles.key}>
                  {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
                  <span className={styles.keyName}>{key?.name || 'No name'}</span>
                </span>
                {preview.refusal ? (
                  <span className={styles.refused}>
                    {[preview.refusal.message, preview.refusal.hint].filter(Boolean).join(' ')}
                  </span>
                ) : (
                  <span className={styles.becomes}>
                    <span>{preview.twinName}</span>
                    {own.map((warning) => (
                      <span key={warning} className={styles.warning}>
                        {warning}
                      </span>
                    ))}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
