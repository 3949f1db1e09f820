import type { ReactNode } from 'react';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { KeyCaps } from '../shortcuts/key-caps.tsx';
import type { Entry, EntryGroup } from './entries.ts';
import styles from './palette.module.css';

/** The list under the palette's field. Its options never have the focus: the field points at the current one. */
export function PaletteGroups({
  id,
  groups,
  current,
  optionId,
  onPick,
}: {
  id: string;
  groups: readonly EntryGroup[];
  current: Entry | undefined;
  optionId: (entry: Entry) => string;
  onPick: (entry: Entry) => void;
}) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Results"
      className={styles.list}
      data-empty={groups.length === 0 || undefined}
    >
      {groups.map((group) => (
        <Group key={group.title} title={group.title}>
          {group.entries.map((entry) => (
            <button
              key={entry.id}
              id={optionId(entry)}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={entry === current}
              aria-disabled={entry.reason !== undefined || undefined}
              className={styles.option}
              // The focus stays in the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(entry)}
            >
              <Option entry={entry} />
            </button>
          ))}
        </Group>
      ))}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset aria-label={title} className={styles.group}>
      <p className={styles.groupTitle} aria-hidden="true">
        {title}
      </p>
      {children}
    </fieldset>
  );
}

function Option({ entry }: { entry: Entry }) {
  // Beside the workspace's name, where that is not what the entry is called.
  const named = entry.detail !== undefined;
  return (
    <>
      {entry.colour && !named && <WorkspaceSquare colour={entry.colour} size={10} />}
      <span className={styles.label}>{entry.label}</span>
      {entry.reason !== undefined && <span className={styles.reason}>{entry.reason}</span>}
      {entry.prefix && <code className={styles.prefix}>{entry.prefix}…</code>}
      {entry.detail && (
        <span className={styles.detail}>
          {entry.colour && <WorkspaceSquare colour={entry.colour} size={10} />}
          {entry.detail}
        </span>
      )}
      {entry.chord && entry.reason === undefined && <KeyCaps chord={entry.chord} />}
    </>
  );
}
