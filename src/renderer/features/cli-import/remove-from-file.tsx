/**
 * Offers to take keys out of the CLI's file once the keychain has them: only as a decision of its own, and with a word on
 * what stops working.
 */
import { useEffect, useRef, useState } from 'react';
import type { CliFile, CliFilePlace } from '#shared/ipc/cli-import.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { listed } from '../../lib/listed.ts';
import { plural } from '../../lib/plural.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './cli-import.module.css';

export function RemoveFromFile({ place, file }: { place: CliFilePlace; file: CliFile }) {
  const [removable, setRemovable] = useState<CallOutput<'cliImport.removable'> | null>(null);
  const [asking, setAsking] = useState(false);
  const [removed, setRemoved] = useState<number | null>(null);
  const request = useRequest();
  const part = useRef<HTMLElement>(null);

  useEffect(() => {
    let wanted = true;
    void answer(bridge().cliImportRemovable({ place })).then((result) => {
      if (wanted && result.ok) setRemovable(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [place]);

  if (removed !== null) {
    return (
      <section ref={part} className={styles.removal} tabIndex={-1} aria-label="The file">
        <Notice
          urgent
          message={`${plural(removed, 'key')} taken out of ${file.path}.`}
          hint="Backups of the file may still hold them: roll a key that others could read."
        />
      </section>
    );
  }
  if (!removable) return null;
  const { ids, reason } = removable;
  if (reason !== null) return <Notice message={reason} />;
  if (ids.length === 0) return null;
  const names = file.workspaces.filter(({ id }) => ids.includes(id)).map(({ name }) => name);

  const remove = async () => {
    const done = await request.run(() => bridge().cliImportRemoveKeys({ place, ids }));
    if (!done) return;
    setRemoved(done.removed);
    requestAnimationFrame(() => part.current?.focus());
  };
  return (
    <section ref={part} className={styles.removal} tabIndex={-1} aria-label="The file">
      {asking ? (
        <Confirm
          names={names}
          path={file.path}
          busy={request.busy}
          onAnswer={(yes) => (yes ? void remove() : setAsking(false))}
        />
      ) : (
        <div className={styles.offer}>
          <p>
            {plural(ids.length, 'key')} {ids.length === 1 ? 'is' : 'are'} in the keychain and still in plain
            text in {file.path}.
          </p>
          <Button onClick={() => setAsking(true)}>Take out of the file…</Button>
        </div>
      )}
      <RequestNotice request={request} />
    </section>
  );
}

function Confirm({
  names,
  path,
  busy,
  onAnswer,
}: {
  names: readonly string[];
  path: string;
  busy: boolean;
  onAnswer: (yes: boolean) => void;
}) {
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => leave.current?.focus(), []);
  return (
    <Notice
      tone="warn"
      message={`The Roboflow CLI will no longer be signed in to ${listed(names)}.`}
      hint={`Its commands, the Python package and every script that goes by ${path} stop working there until somebody signs in with the CLI again. Everything else in the file stays, and so do the keys at Roboflow.`}
    >
      <Button ref={leave} disabled={busy} onClick={() => onAnswer(false)}>
        Leave them
      </Button>
      <Button variant="danger" busy={busy} onClick={() => onAnswer(true)}>
        Take {plural(names.length, 'key')} out
      </Button>
    </Notice>
  );
}
