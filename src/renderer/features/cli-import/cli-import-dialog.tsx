/** Moves the sign-ins of the Roboflow CLI into the keychain: choose, check each with the platform, see what came of it. */
import { useState } from 'react';
import type { CliFile } from '#shared/ipc/cli-import.ts';
import { useAppInfo } from '../../app/app-info-store.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { ChooseWorkspaces } from './choose-workspaces.tsx';
import styles from './cli-import.module.css';
import { isConnected, keysInFile } from './cli-words.ts';
import { ImportResults } from './import-results.tsx';
import { RemoveFromFile } from './remove-from-file.tsx';
import { useCliFile } from './use-cli-file.ts';
import { useImport } from './use-import.ts';

export function CliImportDialog() {
  const { place, file, problem, look, choose } = useCliFile();
  const list = useWorkspaces((state) => state.list) ?? [];
  const importing = useImport();
  const { lines, busy } = importing;
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [typedUrl, setTypedUrl] = useState<string | null>(null);
  const baseUrl = typedUrl ?? file?.baseUrl ?? '';

  const here = (each: CliFile['workspaces'][number]) => isConnected(each, baseUrl, list);
  const possible = (file?.workspaces ?? []).filter((each) => !here(each));
  const chosen = possible.filter(({ id }) => !unticked.has(id));
  const unfinished = lines?.some(({ state }) => state.kind === 'refused' || state.kind === 'stopped');

  const another = async () => {
    await choose();
    setUnticked(new Set());
    setTypedUrl(null);
  };
  const back = () => {
    importing.reset();
    void look(place);
  };

  return (
    <Dialog
      title="Import from the Roboflow CLI"
      width="normal"
      onClose={closeDialog}
      {...(lines === null && {
        onSubmit: () => {
          if (chosen.length > 0) void importing.start(place, baseUrl, chosen);
        },
      })}
      footer={
        lines === null ? (
          <>
            <Button className={styles.first ?? ''} variant="link" onClick={() => void another()}>
              Choose another file…
            </Button>
            <Button onClick={closeDialog}>Cancel</Button>
            {file && !file.problem && (
              <Button type="submit" variant="primary" aria-disabled={chosen.length === 0}>
                {chosen.length === 0 ? 'Import' : `Import ${plural(chosen.length, 'key')}`}
              </Button>
            )}
          </>
        ) : (
          <>
            {busy && <Button onClick={importing.stop}>Stop</Button>}
            {!busy && unfinished && (
              <>
                <Button onClick={back}>Back</Button>
                <Button onClick={() => void importing.retry(place, baseUrl)}>Try again</Button>
              </>
            )}
            {!busy && (
              <Button variant="primary" onClick={closeDialog}>
                Done
              </Button>
            )}
          </>
        )
      }
    >
      {problem && <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />}
      {file === null && !problem && (
        <Notice
          message="The Roboflow CLI has no configuration in its usual place on this computer."
          hint="Choose the file where it lies elsewhere."
        />
      )}
      {file && lines === null && <About file={file} />}
      {file && !file.problem && lines === null && (
        <>
          <ChooseWorkspaces
            file={file}
            connected={here}
            chosen={new Set(chosen.map(({ id }) => id))}
            onChange={(next) =>
              setUnticked(new Set(possible.flatMap(({ id }) => (next.has(id) ? [] : [id]))))
            }
          />
          <Field label="Base URL" hint="Where each key is checked before it is kept.">
            {(control) => (
              <TextInput
                {...control}
                inputMode="url"
                value={baseUrl}
                maxLength={2000}
                onChange={(event) => setTypedUrl(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      {lines && <ImportResults lines={lines} busy={busy} />}
      {file && !file.problem && !busy && (lines !== null || possible.length === 0) && (
        <RemoveFromFile // Read anew after an import: the keychain has more by then.
          key={`${place}-${lines === null ? 'before' : 'after'}`}
          place={place}
          file={file}
        />
      )}
    </Dialog>
  );
}

function About({ file }: { file: CliFile }) {
  const inMemory = useAppInfo((state) => state.info?.secretStore.driver === 'memory');
  if (file.problem)
    return <Notice tone="bad" urgent message={file.problem.message} hint={file.problem.hint} />;
  return (
    <>
      <p>
        {keysInFile(file)} Every program that runs in your name can read them there.{' '}
        {inMemory
          ? 'Latchkey has no keychain at the moment: what is imported lasts for this session, and the file keeps its keys.'
          : 'Latchkey checks each key and keeps it in the system keychain; the file stays as it is.'}
      </p>
      {file.warnings.length > 0 && <Notice tone="warn" message={file.warnings.join(' ')} />}
    </>
  );
}
