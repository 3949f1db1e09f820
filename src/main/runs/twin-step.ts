/** Making the twin, and taking it away again. */
import { grantSentence } from '#shared/domain/grant-text.ts';
import { platforms } from '#shared/domain/platform.ts';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import { twinNameOf } from '#shared/domain/twin-name.ts';
import type { NewKey } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import type { RunRecord, TwinTemplate } from '../store/api/runs.ts';
import { AppError } from '../system/app-error.ts';
import { type Seen, withFacts } from './facts.ts';
import type { RunNeeds, Ticket } from './needs.ts';
import { templateOf, whyNotEnd, whyNotTwin, withoutRefused } from './why-not.ts';

/**
 * Reads the old key anew, so that the twin can do what it can do now and not at the last sync. Where it is gone, what is remembered
 * of it has to do. Throws why no twin can be made; then nothing was sent.
 */
export async function prepareTwin(needs: RunNeeds, run: RunRecord, seen: Seen): Promise<RunRecord> {
  const { store, clock } = needs;
  const read = seen.old.state === 'gone' ? run.facts.template : await readTemplate(needs, run);
  const [caller] = await store.read.callers([run.workspaceId]);
  const template = withoutRefused(read, caller);
  const why = whyNotTwin(template, caller);
  if (why) throw new AppError(why);
  const twinName = twinNameOf(template.name, dateOf(dayOf(clock.now().getTime())), {
    taken: await store.read.keyNames(run.workspaceId),
    maxLength: platforms[seen.platform].maxNameLength,
  });
  return withFacts(run, { template, twinName });
}

async function readTemplate({ keys, store }: RunNeeds, run: RunRecord): Promise<TwinTemplate> {
  const now = await keys.read(run.old.keyId);
  const why = whyNotEnd(now);
  if (why) throw new AppError(why);
  return templateOf(now, (await store.read.keyPolicy(run.old.keyId))?.own);
}

/** Answers where its secret waits. Its prefix and all else the inventory tells. */
export async function makeTwin(
  needs: RunNeeds,
  run: RunRecord,
  intentId: string,
  onLetGo: () => void,
): Promise<Ticket & { keyId: string }> {
  const { template, twinName } = run.facts;
  const workspace = (await needs.store.read.workspaces()).find(({ id }) => id === run.workspaceId);
  if (!workspace)
    throw new AppError({ code: 'not-found', message: 'Its workspace is not connected any more.' });
  const { grant, folderIds, metadata, annotations } = template;
  const wanted: NewKey = {
    name: twinName,
    grant,
    ...(folderIds.length > 0 && { folderIds }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
  const detail = `Made to replace ${run.old.name || 'a key without a name'}. ${grantSentence(grant, folderIds.length || undefined)}`;
  return needs.keys.mint(workspace, wanted, { annotations, detail, intentId, onLetGo });
}

/** Takes the twin away again. Right before, the old key has to be there: it must not be the last that works. */
export async function deleteTwin(needs: RunNeeds, run: RunRecord, intentId: string): Promise<void> {
  const { twin, going } = run.facts;
  if (!twin) return;
  const isReplaced = going.kind === 'new-twin';
  await needs.keys.delete(twin.keyId, {
    detail: isReplaced
      ? 'Deleted: another key takes its place in the run.'
      : 'Deleted: its run was taken back.',
    intentId,
    async check(_twin, read) {
      if (isReplaced) return;
      try {
        await read(run.old.remoteId);
      } catch (error) {
        if (!(error instanceof PlatformError) || error.code !== 'not-found') throw error;
        throw new AppError({
          code: 'stale',
          message: `${run.old.name || 'The old key'} is gone from the platform, so the new key is all that is left. It was not deleted.`,
          hint: 'Finish the run instead.',
        });
      }
    },
  });
}
