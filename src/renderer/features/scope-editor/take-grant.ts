/** Chooses a whole grant in an open editor, as a template or a suggestion does. */
import type { Grant } from '#shared/domain/grant.ts';
import { choosePermission, openDatatureVi } from './datature-vi-state.ts';
import type { EditorState } from './editor-state.ts';
import { openRoboflow } from './roboflow-state.ts';
import { chooseWorkspaceKeys, openWorkspaceKeys } from './workspace-keys-state.ts';

/** What the key came with stays known to the editor: its unknown scopes in sight, its own choice there to be taken back. */
export function takeGrant(state: EditorState, grant: Grant): EditorState {
  if (state.platform === 'roboflow' && grant.platform === 'roboflow') {
    return { ...openRoboflow(grant), unknown: state.unknown };
  }
  if (state.platform === 'datature-vi' && grant.platform === 'datature-vi') {
    return choosePermission({ ...state, access: openDatatureVi(grant).access }, grant.permission);
  }
  if (state.platform === 'workspace-keys' && grant.platform === 'workspace-keys') {
    const { choice } = openWorkspaceKeys(grant);
    return choice === null ? state : chooseWorkspaceKeys(state, choice);
  }
  return state;
}
