/** Beginning runs: one for each key, one after the other, so that names stay apart and a refusal stops none of the others. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { incidentOf } from '#shared/domain/incident.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { RunReason } from '#shared/domain/run-step.ts';
import type { RunRecord } from '../store/api/runs.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { Driver, Known } from './driver.ts';
import { beginFacts, currentStep } from './facts.ts';
import type { RunNeeds } from './needs.ts';
import { refusalOf, twinNameFor } from './preview.ts';
import { templateOf } from './why-not.ts';

/** `whatHappened`: to a compromised key, as somebody wrote it. */
export type Wanted = { reason: RunReason; quietHours: number; disabledDays: number; whatHappened?: string };
type Refused = { keyId: string; error: ErrorInfo };

export async function begin(
  needs: RunNeeds,
  driver: Driver,
  keyIds: readonly string[],
  wanted: Wanted,
): Promise<{ begun: Known[]; refused: Refused[] }> {
  const unique = [...new Set(keyIds)];
  const togetherId = unique.length > 1 ? needs.newId() : null;
  const begun: Known[] = [];
  const refused: Refused[] = [];
  for (const keyId of unique) {
    try {
      begun.push(await beginOne(needs, driver, keyId, togetherId, wanted));
    } catch (error) {
      refused.push({ keyId, error: needs.describe(error) });
    }
  }
  return { begun, refused };
}

async function beginOne(
  needs: RunNeeds,
  driver: Driver,
  keyId: string,
  togetherId: string | null,
  wanted: Wanted,
): Promise<Known> {
  const { store } = needs;
  const key = await store.read.keyDetail(keyId);
  if (!key) throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  const why = await refusalOf(needs, key, wanted.reason);
  if (why) throw new AppError(why);
  const run = await recordFor(needs, key, togetherId, wanted);
  const incident =
    wanted.reason === 'compromised' ? incidentOf(key, run.startedAt, wanted.whatHappened ?? '') : null;
  const events = [{ at: run.startedAt, step: run.step, detail: words[wanted.reason] }];
  await store.write.addRun(run, events, incident);
  needs.emit('runs.changed', {});
  needs.emit('inventory.changed', { workspaceIds: [key.workspaceId] });
  const known = await driver.advance(run.id, { act: true });
  const { problem, pending, twin, steps } = known.run.facts;
  const isRefused = problem !== null && !problem.passing && !pending && !twin;
  if (!isRefused || Object.values(steps).some(({ state }) => state === 'done')) return known;
  // Nothing came of it, so nothing is left of it.
  await store.write.dropRun(run.id);
  needs.emit('runs.changed', {});
  throw new AppError(problem.info);
}

const words = { planned: 'The run begins.', compromised: 'The key is compromised: its secret ends first.' };

async function recordFor(
  needs: RunNeeds,
  key: KeyDetail,
  togetherId: string | null,
  { reason, quietHours, disabledDays }: Wanted,
): Promise<RunRecord> {
  const now = timestamp(needs.clock);
  const { disable } = platforms[key.platform].capabilities;
  const run: RunRecord = {
    id: needs.newId(),
    workspaceId: key.workspaceId,
    togetherId,
    reason,
    old: { keyId: key.id, remoteId: key.remoteId, name: key.name, prefix: key.prefix },
    quietHours,
    disabledDays,
    state: 'waiting',
    step: null,
    since: now,
    startedAt: now,
    endedAt: null,
    facts: beginFacts({
      whyNotDisable: disable === true ? null : disable.missing,
      reason,
      consumers: key.consumers,
      template: templateOf(key, (await needs.store.read.keyPolicy(key.id))?.own),
      twinName: await twinNameFor(needs, key, []),
      now,
    }),
  };
  return { ...run, step: currentStep(run) };
}
