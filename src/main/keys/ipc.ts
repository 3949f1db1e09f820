import { AppError } from '../system/app-error.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import { protectKey, setDisabled } from './change.ts';
import { createKey } from './create.ts';
import { deleteKey } from './delete.ts';
import { editGrant } from './edit-grant.ts';
import { problemWithName } from './name.ts';
import type { KeyNeeds } from './needs.ts';
import { renameKey } from './rename.ts';
import { restoreAgain } from './restore-metadata.ts';
import { rollKey } from './roll.ts';

export function keyHandlers(needs: KeyNeeds): Handlers<CallsOf<'keys'>> {
  return {
    'keys.checkName': async ({ workspaceId, name, exceptKeyId }) => {
      const workspace = (await needs.store.read.workspaces()).find((each) => each.id === workspaceId);
      if (!workspace)
        throw new AppError({ code: 'bad-input', field: 'workspaceId', message: 'Choose a workspace.' });
      const problem = await problemWithName(needs, {
        workspaceId,
        platform: workspace.platform,
        name,
        exceptKeyId,
      });
      return { problem };
    },
    'keys.lastDefaults': ({ workspaceId }) => needs.store.read.lastKeyDefaults(workspaceId),
    'keys.callers': ({ workspaceIds }) => needs.store.read.callers(workspaceIds),
    'keys.create': (input) => createKey(needs, input),
    'keys.rename': ({ keyId, name, expected }) => renameKey(needs, keyId, name, expected),
    'keys.editGrant': ({ keyId, grant, expected }) => editGrant(needs, keyId, grant, expected),
    'keys.setDisabled': ({ keyId, disabled }) => setDisabled(needs, keyId, disabled),
    'keys.protect': ({ keyId }) => protectKey(needs, keyId),
    'keys.roll': ({ keyId }) => rollKey(needs, keyId),
    'keys.restoreMetadata': async ({ keyId }) => {
      await restoreAgain(needs, keyId);
      return {};
    },
    'keys.delete': async ({ keyId }) => {
      await deleteKey(needs, keyId);
      return {};
    },
  };
}
