/** The workspaces of the file, to be ticked: name, slug, and whether they are here already. Never a key. */
import type { CliFile, CliWorkspace } from '#shared/ipc/cli-import.ts';
import { plural } from '../../lib/plural.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './cli-import.module.css';

export function ChooseWorkspaces({
  file,
  connected,
  chosen,
  onChange,
}: {
  file: CliFile;
  connected: (workspace: CliWorkspace) => boolean;
  /** Ids. */
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const tick = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Workspaces in the file</legend>
      <ul className={styles.choices}>
        {file.workspaces.map((workspace) => {
          const { id, name, slug, isDefault } = workspace;
          const here = connected(workspace);
          return (
            <li key={id}>
              <Checkbox
                label={name}
                description={
                  <>
                    <span className={styles.slug}>{slug}</span>
                    {isDefault && ' · the CLI’s default'}
                    {here && ' · connected already'}
                  </>
                }
                checked={!here && chosen.has(id)}
                reason={here ? `${name} is connected already.` : null}
                onCheckedChange={(on) => tick(id, on)}
              />
            </li>
          );
        })}
      </ul>
      {file.withoutKey > 0 && (
        <p className={styles.quiet}>
          {plural(file.withoutKey, 'more entry', 'more entries')} of the file{' '}
          {file.withoutKey === 1 ? 'has' : 'have'} no key.
        </p>
      )}
    </fieldset>
  );
}
