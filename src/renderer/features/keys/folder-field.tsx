/** Restricts a new key to some folders of its workspace. By name where the platform tells names, else by id. */
import { useEffect, useId, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Folder } from '#shared/ipc/folders.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './folder-field.module.css';
import { TypedFolderIds } from './typed-folder-ids.tsx';

/** `folders` is null until they have been read. */
type Listed = { workspaceId: string; folders: readonly Folder[] | null; problem: ErrorInfo | null };

export function FolderField({
  workspaceId,
  chosen,
  onChange,
  reason,
  whyNotFolder,
  problem,
}: {
  workspaceId: string;
  /** Null: the whole workspace. */
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
  /** Why no folder can be chosen at all; null where it can. */
  reason: string | null;
  /** Why this one cannot. */
  whyNotFolder: (folderId: string) => string | null;
  /** What is wrong with the choice. */
  problem: string | null;
}) {
  const noteId = useId();
  const untoldId = useId();
  const [listed, setListed] = useState<Listed>({ workspaceId: '', folders: null, problem: null });
  const isOpen = chosen !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    let wanted = true;
    void answer(bridge().foldersList({ workspaceId })).then((result) => {
      if (!wanted) return;
      setListed(
        result.ok ? { workspaceId, ...result.value } : { workspaceId, folders: [], problem: result.error },
      );
    });
    return () => {
      wanted = false;
    };
  }, [isOpen, workspaceId]);
  const { folders, problem: untold } =
    listed.workspaceId === workspaceId ? listed : { folders: null, problem: null };

  const known = new Set(folders?.map(({ id }) => id));
  const unlisted = chosen?.filter((id) => !known.has(id)) ?? [];

  return (
    <fieldset className={styles.field} aria-describedby={`${untoldId} ${noteId}`}>
      <legend className={styles.legend}>Folders</legend>
      <Checkbox
        label="Only some folders"
        description="Else the key reaches the whole workspace"
        checked={isOpen}
        reason={reason}
        onCheckedChange={(only) => onChange(only ? [] : null)}
      />
      <p id={untoldId} className={styles.notes} aria-live="polite">
        {isOpen && untold && `${untold.message} Folders can be named by their ids all the same.`}
      </p>
      {chosen !== null && folders !== null && folders.length > 0 && (
        <ul className={styles.list}>
          {folders.map(({ id, name }) => (
            <li key={id}>
              <Checkbox
                label={name ?? id}
                mono={name === null}
                checked={chosen.includes(id)}
                reason={whyNotFolder(id)}
                onCheckedChange={(on) =>
                  onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && folders !== null && untold && (
        <div className={styles.typed}>
          <TypedFolderIds
            first={unlisted}
            onChange={(typed) => onChange([...new Set([...chosen.filter((id) => known.has(id)), ...typed])])}
          />
        </div>
      )}
      <div id={noteId} className={styles.notes} aria-live="polite">
        {isOpen && folders === null && <p>Reading the folders…</p>}
        {isOpen && folders?.length === 0 && (
          <p>{untold ? 'No key here names a folder either.' : 'This workspace has no folders.'}</p>
        )}
        {problem && <p className={styles.problem}>{problem}</p>}
      </div>
    </fieldset>
  );
}
