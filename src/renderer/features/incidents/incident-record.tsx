/** What has to be done about a compromised key, what happened to it, and the note about it. */
import { Check, Circle } from 'lucide-react';
import {
  type ChecklistItem,
  checklistOf,
  type Incident,
  type IncidentTask,
} from '#shared/domain/incident.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import { bridge } from '../../lib/bridge.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { IncidentNote } from './incident-note.tsx';
import styles from './incident-record.module.css';
import { useIncident } from './use-incident.ts';

export function IncidentRecord({ run, now }: { run: Run; now: number }) {
  const { incident, keep, problem } = useIncident(run.id);
  if (problem) return <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />;
  if (!incident) return null;
  const items = checklistOf(run, incident);
  const done = items.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <section className={styles.record} aria-label="Checklist">
      <h3 className={styles.title}>
        Checklist
        <span className={styles.count}>
          {done} of {items.length} done
        </span>
      </h3>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id}>
            {item.id === 'activity' || item.id === 'team' ? (
              <Task runId={run.id} task={item.id} item={item} now={now} onTick={keep} />
            ) : (
              <Followed item={item} now={now} />
            )}
          </li>
        ))}
      </ul>
      <IncidentNote key={run.id} runId={run.id} incident={incident} />
    </section>
  );
}

/** What follows from the steps of the run. */
function Followed({ item: { label, doneAt, note }, now }: { item: ChecklistItem; now: number }) {
  const Mark = doneAt === null ? Circle : Check;
  return (
    <span className={styles.item}>
      <Mark className={styles.mark} size={14} strokeWidth={2.25} aria-hidden="true" />
      <span>
        {label}
        <span className="visually-hidden">{doneAt === null ? ', open' : ', done'}</span>
      </span>
      <span className={styles.note} {...(doneAt !== null && { title: exactTime(doneAt) })}>
        {doneAt === null ? note : ago(doneAt, now)}
      </span>
    </span>
  );
}

function Task({
  runId,
  task,
  item: { label, doneAt, note },
  now,
  onTick,
}: {
  runId: string;
  task: IncidentTask;
  item: ChecklistItem;
  now: number;
  onTick: (incident: Incident) => void;
}) {
  const request = useRequest();
  const tick = async (done: boolean) => {
    const ticked = await request.run(() => bridge().incidentsTick({ runId, task, done }));
    if (ticked) onTick(ticked);
  };
  return (
    <>
      <Checkbox
        label={label}
        checked={doneAt !== null}
        description={doneAt === null ? note : ago(doneAt, now)}
        onCheckedChange={(done) => void tick(done)}
      />
      <RequestNotice request={request} />
    </>
  );
}
