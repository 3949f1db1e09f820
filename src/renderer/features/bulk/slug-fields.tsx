/** Deleting many keys is final, so where it happens is typed: the slug of each workspace. */
import { useId } from 'react';
import type { BulkWorkspace } from '#shared/ipc/bulk.ts';
import { plural } from '../../lib/plural.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import styles from './bulk-dialog.module.css';

type Slugs = Readonly<Record<string, string>>;

export function allTyped(workspaces: readonly BulkWorkspace[], slugs: Slugs): boolean {
  return workspaces.length > 0 && workspaces.every((each) => slugs[each.workspaceId]?.trim() === each.slug);
}

export function SlugFields({
  workspaces,
  slugs,
  onSlugsChange,
}: {
  workspaces: readonly BulkWorkspace[];
  slugs: Slugs;
  onSlugsChange: (slugs: Slugs) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.slugs}>
      <legend className={styles.legend}>
        {workspaces.length === 1
          ? 'To delete more than one key, type the slug of the workspace.'
          : 'To delete more than one key, type the slug of each workspace.'}
      </legend>
      {workspaces.map(({ workspaceId, name, slug, colour, counts }) => (
        <div key={workspaceId} className={styles.slug}>
          <label htmlFor={`${id}-${workspaceId}`} className={styles.slugLabel}>
            <WorkspaceSquare colour={colour} size={10} />
            <span className={styles.slugName}>{name}</span>
            <code className={styles.slugText}>{slug}</code>
            <span className={styles.quiet}>{plural(counts.change, 'key')}</span>
          </label>
          <TextInput
            mono
            id={`${id}-${workspaceId}`}
            value={slugs[workspaceId] ?? ''}
            onChange={(event) => onSlugsChange({ ...slugs, [workspaceId]: event.target.value })}
          />
        </div>
      ))}
    </fieldset>
  );
}
