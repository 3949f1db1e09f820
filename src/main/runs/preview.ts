/** What a run of a key would be, before anything is sent. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { RunReason } from '#shared/domain/run-step.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { twinNameOf } from '#shared/domain/twin-name.ts';
import type { RunPreview } from '#shared/ipc/runs.ts';
import type { RunNeeds } from './needs.ts';
import { templateOf, warningsFor, whyNotBegin, whyNotTwin } from './why-not.ts';

export type Preview = RunPreview;

/** By the inventory alone; what the platform says decides when it is asked. */
export async function preview(
  needs: RunNeeds,
  keyIds: readonly string[],
  reason: RunReason,
): Promise<Preview[]> {
  const previews: Preview[] = [];
  for (const keyId of new Set(keyIds)) {
    const key = await needs.store.read.keyDetail(keyId);
    if (!key) {
      previews.push({ keyId, twinName: '', consumers: [], refusal: notThere, warnings: [] });
      continue;
    }
    // Two keys of one name must not be promised one name.
    const promised = previews.map(({ twinName }) => twinName);
    previews.push({
      keyId,
      twinName: await twinNameFor(needs, key, promised),
      consumers: key.consumers,
      refusal: await refusalOf(needs, key, reason),
      warnings: warningsFor(key, reason),
    });
  }
  return previews;
}

const notThere: ErrorInfo = { code: 'not-found', message: 'This key is not in the inventory any more.' };

export async function refusalOf(
  { store }: RunNeeds,
  key: KeyDetail,
  reason: RunReason,
): Promise<ErrorInfo | null> {
  const run = (await store.read.runOfKey(key.id))?.run;
  const open = await store.read.openIntents(key.workspaceId);
  const why = whyNotBegin(key, reason, {
    isUnderWay: run !== undefined && run.endedAt === null,
    isChanging: open.some(({ keyId }) => keyId === key.id),
  });
  if (why) return why;
  const [caller] = await store.read.callers([key.workspaceId]);
  return whyNotTwin(templateOf(key), caller);
}

export async function twinNameFor(
  { store, clock }: RunNeeds,
  { name, workspaceId, platform }: KeyDetail,
  promised: readonly string[],
): Promise<string> {
  return twinNameOf(name, dateOf(dayOf(clock.now().getTime())), {
    taken: [...(await store.read.keyNames(workspaceId)), ...promised],
    maxLength: platforms[platform].maxNameLength,
  });
}
