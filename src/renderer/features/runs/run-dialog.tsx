/**
 * One rotation run: where it stands, what it waits for and since when, and what to do next. Main carries it; closing
 * the dialog changes nothing.
 */
import { useEffect, useRef } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { markCompromised } from '../incidents/incident-actions.ts';
import { IncidentRecord } from '../incidents/incident-record.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { Consumers } from './consumers.tsx';
import styles from './run-dialog.module.css';
import { RunFooter } from './run-footer.tsx';
import { RunHistory } from './run-history.tsx';
import { RunKeys } from './run-keys.tsx';
import { currentStep, isLive, stepTitles } from './run-steps.ts';
import { NamedRunStrip } from './run-strip.tsx';
import { headingOf, oldWorks, seenWords, sinceWords, waitSentence } from './run-words.ts';
import { useRun } from './runs-store.ts';
import { stepAction } from './step-action.ts';

export function RunDialog({ run: known }: { run: Run }) {
  const { run, problem } = useRun(known);
  const workspace = useWorkspace(run.workspaceId);
  const now = useNow();
  const request = useRequest();
  const step = currentStep(run);
  const primary = useRef<HTMLButtonElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { clear } = request;

  // What was refused at a step says nothing about the next. Its button goes with it: a second press that was meant for
  // one step must not say anything about another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the reason
  useEffect(() => {
    clear();
    if (document.activeElement === document.body) close.current?.focus();
  }, [step, clear]);

  return (
    <Dialog
      title={run.reason === 'compromised' ? 'Replace compromised key' : 'Rotate key'}
      subject={run.old.name || 'No name'}
      {...(workspace && { workspace })}
      width="broad"
      // Nor must the second half of a double Enter on what opened this say that a step is over.
      initialFocus={stepAction(run)?.kind === 'carry-on' || !stepAction(run) ? close : primary}
      onClose={closeDialog}
      notice={<RequestNotice request={request} />}
      footer={<RunFooter run={run} request={request} primary={primary} close={close} />}
    >
      <NamedRunStrip run={run} />
      <section className={styles.stand} aria-label="Where it stands">
        {/* Read out when it moves on by itself. */}
        <div role="status" className={styles.words}>
          <h3 className={styles.heading}>{headingOf(run)}</h3>
          {step && <p className={styles.title}>{stepTitles[step]}</p>}
          <Ended run={run} />
          {run.waits && <p>{waitSentence(run, now)}</p>}
        </div>
        {step === 'consumers' && <Consumers run={run} />}
        <p className={styles.quiet}>
          {[seenWords(run, now), sinceWords(run, now)].filter(Boolean).join(' ')}
        </p>
      </section>
      {run.problem && <Notice tone="bad" urgent message={run.problem.message} hint={run.problem.hint} />}
      {problem && <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />}
      {run.reason === 'compromised' && <IncidentRecord run={run} now={now} />}
      <RunKeys run={run} now={now} />
      <RunHistory run={run} now={now} />
      {run.reason === 'planned' && isLive(run) && run.old.keyId !== null && (
        <div>
          <Button variant="link" onClick={() => void markCompromised(run.old.keyId ?? '')}>
            The old key is compromised…
          </Button>
        </div>
      )}
      {run.togetherId !== null && isLive(run) && (
        <div>
          <Button variant="link" onClick={() => openDialog({ kind: 'runs-together', run })}>
            Show the keys that are rotated together
          </Button>
        </div>
      )}
    </Dialog>
  );
}

/** What came of it, once nothing is waited for. */
function Ended({ run }: { run: Run }) {
  if (run.state === 'cancelled')
    return oldWorks(run) ? (
      <p>The old key is as it was before, and the twin is deleted.</p>
    ) : (
      <p>The old key is deleted, and no new key was made.</p>
    );
  if (run.state !== 'done') return null;
  const ticked = run.consumers.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <p>
      {run.old.name || 'The old key'} is not in the list of its workspace any more.
      {ticked > 0 && ` ${plural(ticked, 'consumer')} ${ticked === 1 ? 'was' : 'were'} ticked off.`}
    </p>
  );
}
