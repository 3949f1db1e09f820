import { type Capability, platforms } from '#shared/domain/platform.ts';
import { AppError } from '../system/app-error.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import { timestamp } from '../system/ports.ts';
import { annotateKeys, keepAnnotations } from './annotate.ts';
import type { AnnotationNeeds } from './needs.ts';
import type { Sharing } from './share.ts';

export function annotationHandlers(
  needs: AnnotationNeeds & { sharing: Sharing },
): Handlers<CallsOf<'annotations'>> {
  const { store, sharing } = needs;

  async function detail(keyId: string) {
    const key = await store.read.keyDetail(keyId);
    if (!key)
      throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
    return key;
  }

  async function sharingOf(workspaceId: string) {
    const workspace = (await store.read.workspaces()).find((each) => each.id === workspaceId);
    const state = await store.read.annotationSharing(workspaceId);
    if (!workspace || !state)
      throw new AppError({ code: 'bad-input', field: 'workspaceId', message: 'Choose a workspace.' });
    const capability: Capability = platforms[workspace.platform].capabilities.metadata;
    return { missing: capability === true ? null : capability.missing, ...state };
  }

  return {
    'annotations.set': ({ keyIds, patch }) => annotateKeys(needs, keyIds, patch),
    'annotations.setOne': async ({ keyId, patch }) => {
      await keepAnnotations(needs, [keyId], patch);
      // Nobody waits for the platform: what comes of it shows with the key.
      void sharing.key(keyId).catch(needs.report);
      return detail(keyId);
    },
    'annotations.share': async ({ keyId }) => {
      await sharing.key(keyId);
      return detail(keyId);
    },
    'annotations.sharing': ({ workspaceId }) => sharingOf(workspaceId),
    'annotations.setSharing': async ({ workspaceId, on }) => {
      const { missing } = await sharingOf(workspaceId);
      if (on && missing !== null) throw new AppError({ code: 'not-supported', message: missing });
      await store.write.setAnnotationSharing(workspaceId, on, timestamp(needs.clock));
      needs.emit('inventory.changed', { workspaceIds: [workspaceId] });
      // Also what was refused before: an administrator who switches it on wants to know whether it works now.
      if (on) void sharing.workspace(workspaceId, true).catch(needs.report);
      return sharingOf(workspaceId);
    },
  };
}
