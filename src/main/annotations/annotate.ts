/** Noting something about keys: stored here first, so that it never waits for a platform. */
import { type AnnotationPatch, annotationProblem, tidyAnnotations } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { AnnotationNeeds } from './needs.ts';
import type { Sharing } from './share.ts';

/** `kept`: why it is here only, where it should have gone into the key as well; null where all is as it should be. */
export type Annotated = { keyId: string; kept: ErrorInfo | null };

type Needs = AnnotationNeeds & { sharing: Sharing };

/**
 * Sets what is noted about one key, and writes it into the key where its workspace shares that. Throws `bad-input` beside
 * the field, and `not-found`; a platform that does not take it is no error, since it is stored here.
 */
export async function annotateKey(needs: Needs, keyId: string, patch: AnnotationPatch): Promise<Annotated> {
  const [annotated] = await annotateKeys(needs, [keyId], patch);
  if (!annotated)
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  return annotated;
}

/** The same for several, all of them stored at once. Keys that are not here any more are missing in the answer. */
export async function annotateKeys(
  needs: Needs,
  keyIds: readonly string[],
  patch: AnnotationPatch,
): Promise<Annotated[]> {
  const kept = await keepAnnotations(needs, keyIds, patch);
  const annotated: Annotated[] = [];
  for (const keyId of kept) annotated.push({ keyId, kept: await needs.sharing.key(keyId) });
  return annotated;
}

/** Stores them, and sends nothing. Answers the keys that are here. */
export async function keepAnnotations(
  needs: AnnotationNeeds,
  keyIds: readonly string[],
  patch: AnnotationPatch,
): Promise<string[]> {
  const problem = annotationProblem(patch);
  if (problem) throw new AppError({ code: 'bad-input', ...problem });
  const addresses = await Promise.all(keyIds.map((keyId) => needs.store.read.keyAddress(keyId)));
  const here = addresses.filter((address) => address !== null);
  const ids = here.map(({ keyId }) => keyId);
  const changed = await needs.store.write.setAnnotations(ids, tidyAnnotations(patch), timestamp(needs.clock));
  if (changed.length > 0) {
    needs.emit('inventory.changed', { workspaceIds: [...new Set(here.map((each) => each.workspaceId))] });
  }
  return ids;
}
