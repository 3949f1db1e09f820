/** Asks for the name of a search: when it is saved, and when it gets another one. */
import { useEffect, useRef, useState } from 'react';
import { keptSearch, longestSearchName, suggestedName } from '#shared/domain/saved-search.ts';
import type { Result } from '#shared/ipc/define.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { saySearch } from './saved-searches-store.ts';
import styles from './search-name-dialog.module.css';

/** What is to be saved: the search of the table and the workspace it looks at, null for all of them. */
export function SaveSearchDialog({ search, workspaceId }: { search: string; workspaceId: string | null }) {
  return (
    <SearchNameDialog
      title="Save search"
      search={keptSearch(search) ?? search}
      workspaceId={workspaceId}
      first={suggestedName(search)}
      send={(name) => bridge().savedSearchesAdd({ name, search, workspaceId })}
      done={({ name }) => saySearch(`Saved as ${name}`)}
    />
  );
}

export function RenameSearchDialog({ saved }: { saved: SavedSearch }) {
  return (
    <SearchNameDialog
      title="Rename search"
      search={saved.search}
      workspaceId={saved.workspaceId}
      first={saved.name}
      send={(name) => bridge().savedSearchesRename({ id: saved.id, name })}
      done={({ name }) => saySearch(`Renamed to ${name}`)}
    />
  );
}

function SearchNameDialog({
  title,
  search,
  workspaceId,
  first,
  send,
  done,
}: {
  title: string;
  search: string;
  workspaceId: string | null;
  first: string;
  send: (name: string) => Promise<Result<SavedSearch>>;
  done: (saved: SavedSearch) => void;
}) {
  const [name, setName] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  // A name of one's own mostly replaces what is there.
  useEffect(() => field.current?.select(), []);
  const request = useRequest();
  const workspace = useWorkspace(workspaceId);

  const save = async () => {
    const saved = await request.run(() => send(name));
    if (!saved) return;
    closeDialog();
    done(saved);
  };

  return (
    <Dialog
      title={title}
      {...(workspace && { workspace })}
      width="narrow"
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy} disabled={name.trim() === ''}>
            Save
          </Button>
        </>
      }
    >
      <Field label="Name" problem={problemOf(request, 'name')}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={name}
            maxLength={longestSearchName}
            onChange={(event) => {
              setName(event.target.value);
              request.clear();
            }}
          />
        )}
      </Field>
      <p className={styles.what}>
        <code className={styles.search}>{search}</code> in {workspace ? workspace.name : 'all workspaces'}
      </p>
      <RequestNotice request={request} fields={['name']} />
    </Dialog>
  );
}
