/** The scope editor's state whatever the platform: opened on a grant, and read back as one. */
import type { Grant } from '#shared/domain/grant.ts';
import { openRoboflow, type RoboflowState, roboflowGrantOf } from './roboflow-state.ts';
import { openWorkspaceKeys, type WorkspaceKeysState, workspaceKeysGrantOf } from './workspace-keys-state.ts';

export type EditorState = RoboflowState | WorkspaceKeysState;

export function openEditor(grant: Grant): EditorState {
  return grant.platform === 'roboflow' ? openRoboflow(grant) : openWorkspaceKeys(grant);
}

/** The grant the state stands for: the same abilities as the one it was opened on until something is chosen. */
export function grantOf(state: EditorState): Grant {
  return state.platform === 'roboflow' ? roboflowGrantOf(state) : workspaceKeysGrantOf(state);
}
