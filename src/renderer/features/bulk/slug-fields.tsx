/** Deleting many keys is final, so where it happens is typed: the slug of each workspace. */
import { useId } from 'react';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import { plural } from '../../lib/plural.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import styles from './bulk-dialog.module.css';

/** A workspace, and how many of its keys would go. */
type Place = { workspaceId: string; name: string; slug: string; colour: WorkspaceColour; count: number };
type Slugs = Readonly<Record<string, string>>;

export function allTyped(workspaces: readonly Omit<Place, 'count'>[], slugs: Slugs): boolean {
  return workspaces.length > 0 && workspaces.every((each) => slugs[each.workspaceId]?.trim() === each.slug);
}

export function SlugFields({
  workspaces,
  slugs,
  onSlugsChange,
}: {
  workspaces: readonly Place[];
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
      {workspaces.map(({ workspaceId, name, slug, colour, count }) => (
        <div key={workspaceId} className={styles.slug}>
          <label htmlFor={`${id}-${workspaceId}`} className={styles.slugLabel}>
            <WorkspaceSquare colour={colour} size={10} />
            <span className={styles.slugName}>{name}</span>
            <code className={styles.slugText}>{slug}</code>
            <span className={styles.quiet}>{plural(count, 'key')}</span>
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
