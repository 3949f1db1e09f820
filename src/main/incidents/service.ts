/** Compromised keys: ending one and replacing it is a run; what happened, what is left to do and the note about it are kept here. */
import { basename } from 'node:path';
import { type Incident, type IncidentTask, incidentOf } from '#shared/domain/incident.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { IncidentPlan } from '#shared/ipc/incidents.ts';
import type { RunService } from '../runs/service.ts';
import { type SaveDialog, saveToFile } from '../secrets/save-to-file.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import { incidentNote } from './note.ts';

type Needs = { store: Store; clock: Clock; emit: Emit; runs: RunService; askWhereToSave: SaveDialog };

/** A week in quarantine: who still needs the key is heard of by then. Nothing of it has to go quiet. */
const pace = { quietHours: 0, disabledDays: 7 };

const noteFile = { name: 'The incident note', otherwise: 'Choose another folder.' };

export function createIncidentService({ store, clock, emit, runs, askWhereToSave }: Needs) {
  async function needKey(keyId: string): Promise<KeyDetail> {
    const key = await store.read.keyDetail(keyId);
    if (key) return key;
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  }

  async function needIncident(runId: string): Promise<Incident> {
    const incident = await store.read.incident(runId);
    if (incident) return incident;
    throw new AppError({ code: 'not-found', message: 'This run does not replace a compromised key.' });
  }

  async function changed(runId: string): Promise<Incident> {
    emit('runs.changed', {});
    return needIncident(runId);
  }

  async function liveRunOf(keyId: string): Promise<Run | null> {
    const run = await runs.ofKey(keyId);
    return run && run.endedAt === null ? run : null;
  }

  async function note(runId: string): Promise<string> {
    const run = await runs.get(runId);
    return incidentNote({
      run,
      incident: await needIncident(runId),
      events: await store.read.runEvents(runId),
      now: timestamp(clock),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  }

  return {
    async plan(keyId: string): Promise<IncidentPlan> {
      const key = await needKey(keyId);
      const run = await liveRunOf(keyId);
      const [preview] = await runs.preview([keyId], 'compromised');
      const isOld = run?.old.keyId === keyId;
      return {
        twinName: isOld ? run.twinName : (preview?.twinName ?? ''),
        ends: platforms[key.platform].capabilities.disable === true ? 'disable' : 'delete',
        warnings: preview?.warnings ?? [],
        underWay: run && { as: isOld ? 'old' : 'twin', run },
        refusal: run ? null : (preview?.refusal ?? null),
      };
    },
    /** Throws what refuses it; then nothing was sent. */
    async start(keyId: string, whatHappened: string): Promise<Run> {
      const known = await store.read.runOfKey(keyId);
      if (known && known.run.endedAt === null && known.run.old.keyId === keyId) {
        // Pressed twice: its key may be gone by now.
        if (known.run.reason === 'compromised') return runs.get(known.run.id);
        const key = await needKey(keyId);
        return runs.takeOver(known.run.id, incidentOf(key, timestamp(clock), whatHappened));
      }
      const { runs: begun, refused } = await runs.start([keyId], {
        reason: 'compromised',
        ...pace,
        whatHappened,
      });
      const [only] = begun;
      if (only) return only;
      throw new AppError(
        refused[0]?.error ?? { code: 'not-found', message: 'This key is not in the inventory any more.' },
      );
    },
    get: (runId: string): Promise<Incident | null> => store.read.incident(runId),
    async tick(runId: string, task: IncidentTask, isDone: boolean): Promise<Incident> {
      const { ticks } = await needIncident(runId);
      // The first time counts.
      if ((ticks[task] !== null) !== isDone)
        await store.write.tickIncident(runId, task, isDone ? timestamp(clock) : null);
      return changed(runId);
    },
    async describe(runId: string, whatHappened: string): Promise<Incident> {
      await needIncident(runId);
      await store.write.describeIncident(runId, whatHappened.trim());
      return changed(runId);
    },
    note,
    async saveNote(runId: string): Promise<{ fileName: string } | null> {
      const text = await note(runId);
      const { old, startedAt } = await runs.get(runId);
      const path = await askWhereToSave(fileNameOf(old.name, startedAt), 'Save the incident note');
      if (path === null) return null;
      await saveToFile(path, Buffer.from(text, 'utf8'), noteFile);
      return { fileName: basename(path) };
    },
  };
}

export type IncidentService = ReturnType<typeof createIncidentService>;

/** Letters and digits only: what else a name has means something to one system or another. */
function fileNameOf(name: string, at: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `incident-${plain || 'key'}-${at.slice(0, 10)}.md`;
}
