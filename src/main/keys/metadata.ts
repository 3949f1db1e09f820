/** Changing a key's metadata. The platform replaces the whole of it, so it is read, merged and written in one go. */

import { listAnnotationFields } from '#shared/domain/annotation-words.ts';
import type { AnnotationField, AnnotationPatch } from '#shared/domain/annotations.ts';
import { timestamp } from '../system/ports.ts';
import { announce, type KeyNeeds, locate, needCapability } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected } from './settle.ts';

export type Metadata = Record<string, unknown>;
/** The metadata as it should be, and what of the annotations is new in it. */
export type MergedMetadata = { metadata: Metadata; sent: AnnotationPatch };

/**
 * Writes annotations into a key. `merge` gets the metadata as the platform has it now and may refuse by throwing; where it
 * brings nothing new, nothing is sent. Somebody else's write between the reading and the writing would be lost: no
 * platform has a way to tell, so the two follow each other at once.
 */
export async function shareAnnotations(
  needs: KeyNeeds,
  keyId: string,
  merge: (now: Metadata) => MergedMetadata,
): Promise<void> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'metadata');
  const { workspaceId, workspaceSlug, remoteId, connectionId } = address;
  const now = await needs.sessions.use(connectionId, (adapter, session) =>
    adapter.getKey(session, workspaceSlug, remoteId),
  );
  const { metadata, sent } = merge(now.metadata);
  const fields = Object.keys(sent) as AnnotationField[];
  if (fields.length === 0) {
    await needs.store.write.upsertKey(workspaceId, now, timestamp(needs.clock));
  } else {
    const expected: Expected = { remoteId, annotations: sent };
    await remoteWrite(
      needs,
      {
        id: needs.newId(),
        workspaceId,
        keyId,
        action: 'share',
        expected,
        detail: `In the key’s metadata: ${listAnnotationFields(fields)}.`,
      },
      () =>
        needs.sessions.use(connectionId, (adapter, session) =>
          adapter.updateKey(session, workspaceSlug, remoteId, { metadata }),
        ),
      async (key) => ({ keyId: await needs.store.write.upsertKey(workspaceId, key, timestamp(needs.clock)) }),
    );
  }
  announce(needs.emit, workspaceId);
}
