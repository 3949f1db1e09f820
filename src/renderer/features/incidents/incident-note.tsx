/** What happened, kept as it is typed, and the incident note to save or copy. */
import { useEffect, useRef, useState } from 'react';
import { type Incident, mostWhatHappened } from '#shared/domain/incident.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { showFailure } from '../../ui/toast.tsx';
import styles from './incident-record.module.css';

/** After the last letter. What is still unsaved when the dialog closes is saved then. */
const pauseMs = 500;

export function IncidentNote({ runId, incident }: { runId: string; incident: Incident }) {
  const { text, setText, saved, flush } = useKeptText(runId, incident.whatHappened);
  const [said, setSaid] = useState('');
  const request = useRequest();

  async function save(): Promise<void> {
    setSaid('');
    await flush();
    const written = await request.run(() => bridge().incidentsSaveNote({ runId }));
    if (written) setSaid(`Saved as ${written.fileName}`);
  }
  async function copy(): Promise<void> {
    setSaid('');
    await flush();
    const note = await request.run(() => bridge().incidentsNote({ runId }));
    if (!note) return;
    try {
      await navigator.clipboard.writeText(note.text);
      setSaid('Copied');
    } catch {
      showFailure('The clipboard could not be written. Save the incident note to a file instead.');
    }
  }

  return (
    <>
      <div className={styles.words}>
        <Field
          label="What happened"
          hint={saved ? 'For the incident note. Leave the secret itself out.' : 'Saving…'}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={mostWhatHappened}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </div>
      <div className={styles.actions}>
        <Button busy={request.busy} onClick={() => void save()}>
          Save incident note…
        </Button>
        <Button aria-disabled={request.busy} onClick={() => void copy()}>
          Copy incident note
        </Button>
        <span className={styles.note} role="status">
          {said}
        </span>
      </div>
      <RequestNotice request={request} />
    </>
  );
}

function useKeptText(runId: string, known: string) {
  const [text, setText] = useState(known);
  const [kept, setKept] = useState(known);
  const unsaved = useRef<string | null>(null);

  const flush = useRef(async (): Promise<void> => {
    const whatHappened = unsaved.current;
    if (whatHappened === null) return;
    unsaved.current = null;
    const result = await answer(bridge().incidentsDescribe({ runId, whatHappened }));
    if (result.ok) setKept(whatHappened);
    else {
      unsaved.current ??= whatHappened;
      showFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
    }
  });
  useEffect(() => {
    if (text === kept) return undefined;
    const timer = setTimeout(() => void flush.current(), pauseMs);
    return () => clearTimeout(timer);
  }, [text, kept]);
  useEffect(() => () => void flush.current(), []);

  return {
    text,
    setText(next: string) {
      unsaved.current = next;
      setText(next);
    },
    saved: text === kept,
    flush: flush.current,
  };
}
