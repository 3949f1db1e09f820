import { useState } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { openDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { handOver } from './run-actions.ts';
import { stepLabels } from './run-steps.ts';
import { RunStrip } from './run-strip.tsx';
import { isLost, shortWords } from './run-words.ts';
import { stepAction } from './step-action.ts';
import {
  carryOnAll,
  type Failure,
  type SharedConsumer,
  type StepGroup,
  sharedConsumers,
} from './together.ts';
import styles from './together-dialog.module.css';
import { useTick } from './use-tick.ts';

/** The runs that stand at one step, with what can be done to all of them. `back`: one of those begun together. */
export function TogetherGroup({
  group: { step, runs },
  onFailures,
  back,
}: {
  group: StepGroup;
  onFailures: (failures: readonly Failure[]) => void;
  back: Run;
}) {
  const [busy, setBusy] = useState(false);
  const now = useNow();
  const actionable = runs.filter((run) => stepAction(run) !== null && !isLost(run));
  const [first] = actionable;
  const action = first ? stepAction(first) : null;

  async function act(): Promise<void> {
    if (!first || !step || !action) return;
    if (action.kind === 'hand-over') return handOver(first, { kind: 'runs-together', run: back });
    if (action.kind === 'ask') return openDialog({ kind: 'delete-together', runs: actionable, back });
    setBusy(true);
    onFailures(await carryOnAll(actionable, step));
    setBusy(false);
  }

  const heading = `${step ? stepLabels[step] : 'Ended'}: ${plural(runs.length, 'key')}`;
  return (
    <section className={styles.group} aria-label={heading}>
      <div className={styles.head}>
        <h3 className={styles.heading}>{heading}</h3>
        {first && action && (
          <Button
            variant={action.kind === 'ask' ? 'danger-quiet' : 'plain'}
            busy={busy}
            onClick={() => void act()}
          >
            {pressWords(action.label, action.kind, actionable.length)}
          </Button>
        )}
      </div>
      {step === 'consumers' && <SharedConsumers runs={runs} />}
      <ul className={styles.list}>
        {runs.map((run) => (
          <Item key={run.id} run={run} now={now} />
        ))}
      </ul>
    </section>
  );
}

/** One secret at a time; everything else for all at once. */
function pressWords(label: string, kind: 'carry-on' | 'hand-over' | 'ask', count: number): string {
  if (count === 1) return label;
  if (kind === 'hand-over') return 'Hand over the next…';
  return kind === 'ask' ? `Delete ${count} now…` : `${label}: all ${count}`;
}

function Item({ run, now }: { run: Run; now: number }) {
  const workspace = useWorkspace(run.workspaceId);
  const name = run.old.name || 'No name';
  return (
    <li className={styles.item}>
      <span className={styles.key}>
        {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
        <span className={styles.name} title={workspace ? `${name} in ${workspace.name}` : name}>
          {name}
        </span>
      </span>
      <span className={styles.strip}>
        <RunStrip run={run} />
      </span>
      <span className={run.problem ? styles.problem : styles.words}>
        {run.problem ? run.problem.message : shortWords(run, now)}
      </span>
      <Button
        variant="link"
        aria-label={`Open the rotation of ${name}`}
        onClick={() => openDialog({ kind: 'run', run })}
      >
        Open
      </Button>
    </li>
  );
}

function SharedConsumers({ runs }: { runs: readonly Run[] }) {
  const consumers = sharedConsumers(runs);
  if (consumers.length === 0) return null;
  return (
    <fieldset className={styles.consumers}>
      <legend className="visually-hidden">Consumers that have switched, for all of these keys</legend>
      {consumers.map((consumer) => (
        <SharedBox key={consumer.name} consumer={consumer} />
      ))}
    </fieldset>
  );
}

function SharedBox({ consumer: { name, done, of, runId } }: { consumer: SharedConsumer }) {
  const { request, pressed, tick } = useTick(runId, name, true);
  return (
    <div>
      <Checkbox
        label={name}
        checked={pressed ?? done === of}
        mixed={pressed === null && done > 0 && done < of}
        description={of > 1 ? `in ${done} of ${plural(of, 'key')}` : undefined}
        onCheckedChange={(ticked) => void tick(ticked)}
      />
      <RequestNotice request={request} />
    </div>
  );
}
