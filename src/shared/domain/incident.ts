/** A key that somebody else may have: what it could do when that was found out, and what has to be done about it. */
import { z } from '../zod.ts';
import { environmentSchema } from './environment.ts';
import { grantSchema } from './grant.ts';
import { type KeyDetail, lastUsedSchema } from './key.ts';
import { platformIdSchema } from './platform.ts';
import type { Run } from './rotation-run.ts';
import type { RunStep } from './run-step.ts';

const time = z.string();

/** The key as the inventory had it at that moment: soon it will be gone. */
const incidentSubjectSchema = z.strictObject({
  platform: platformIdSchema,
  workspaceName: z.string(),
  environment: environmentSchema,
  owner: z.string().nullable(),
  grant: grantSchema,
  /** Their names where they are known, else their ids. */
  folders: z.array(z.string()),
  consumers: z.array(z.string()),
  createdAt: time.nullable(),
  createdBy: z.string().nullable(),
  lastUsed: lastUsedSchema,
  /** It was disabled already. */
  disabled: z.boolean(),
});
export type IncidentSubject = z.infer<typeof incidentSubjectSchema>;

/** What only a person can know: they tick it. */
export const incidentTaskSchema = z.enum(['activity', 'team']);
export type IncidentTask = z.infer<typeof incidentTaskSchema>;

export const incidentSchema = z.strictObject({
  /** When it was marked as compromised. */
  at: time,
  /** As somebody wrote it; empty where nobody did. */
  whatHappened: z.string(),
  subject: incidentSubjectSchema,
  /** When each was ticked; null where it is open. */
  ticks: z.strictObject({ activity: time.nullable(), team: time.nullable() }),
});
export type Incident = z.infer<typeof incidentSchema>;

export const mostWhatHappened = 4_000;

export function incidentOf(key: KeyDetail, at: string, whatHappened: string): Incident {
  const { platform, workspaceName, environment, owner, grant, folderIds, folderNames } = key;
  const { consumers, createdAt, createdBy, lastUsed, disabled } = key;
  return {
    at,
    whatHappened: whatHappened.trim(),
    subject: {
      platform,
      workspaceName,
      environment,
      owner,
      grant,
      folders: folderIds.map((id) => folderNames[id] ?? id),
      consumers,
      createdAt,
      createdBy,
      lastUsed,
      disabled,
    },
    ticks: { activity: null, team: null },
  };
}

export type ChecklistItem = {
  id: 'delete' | 'replace' | 'update' | IncidentTask;
  label: string;
  /** Null where it is open. */
  doneAt: string | null;
  /** How far it is, in a few words; empty where that says no more than `doneAt`. */
  note: string;
  /** Whether a person ticks it; the others follow from the steps of the run. */
  byPerson: boolean;
};

/** In the order of the platforms' own guides: delete, replace, update applications, look at recent activity, tell the team. */
export function checklistOf(run: Run, { ticks }: Pick<Incident, 'ticks'>): ChecklistItem[] {
  const stepOf = (step: RunStep) => run.steps.find((each) => each.step === step);
  const done = (step: RunStep) => {
    const found = stepOf(step);
    return found?.state === 'done' || (found?.state === 'skipped' && step !== 'disable') ? found.at : null;
  };
  const disabled = stepOf('disable');
  const deleted = done('delete');
  const switched = run.consumers.filter(({ doneAt }) => doneAt !== null).length;
  const byRun = (
    id: ChecklistItem['id'],
    label: string,
    doneAt: string | null,
    note = '',
  ): ChecklistItem => ({
    id,
    label,
    doneAt,
    note: doneAt === null ? note : '',
    byPerson: false,
  });
  const ends = disabled?.state === 'done' ? 'disabled, and to be deleted' : 'it still works';
  const made = run.twin === null ? '' : 'made, and its secret is to be handed over';
  const moved = run.consumers.length === 0 ? '' : `${switched} of ${run.consumers.length} switched`;
  return [
    byRun('delete', 'Delete the key', deleted, ends),
    byRun('replace', 'Replace it', done('hand-over'), made),
    byRun('update', 'Update applications', done('consumers'), moved),
    {
      id: 'activity',
      label: 'Look at recent activity',
      doneAt: ticks.activity,
      note: 'what the key did since it was last surely yours',
      byPerson: true,
    },
    {
      id: 'team',
      label: 'Tell the team',
      doneAt: ticks.team,
      note: 'whoever uses the key, and whoever handles incidents',
      byPerson: true,
    },
  ];
}
