/** The scope editor's state whatever the platform: opened on a grant, and read back as one. */
import type { Grant } from '#shared/domain/grant.ts';
import { type DatatureViState, datatureViGrantOf, openDatatureVi } from './datature-vi-state.ts';
import { openRoboflow, type RoboflowState, roboflowGrantOf } from './roboflow-state.ts';
import { openWorkspaceKeys, type WorkspaceKeysState, workspaceKeysGrantOf } from './workspace-keys-state.ts';

export type EditorState = RoboflowState | DatatureViState | WorkspaceKeysState;

export function openEditor(grant: Grant): EditorState {
  switch (grant.platform) {
    case 'roboflow':
      return openRoboflow(grant);
    case 'datature-vi':
      return openDatatureVi(grant);
    case 'workspace-keys':
      return openWorkspaceKeys(grant);
  }
}

/** The grant the state stands for: the same abilities as the one it was opened on until something is chosen. */
export function grantOf(state: EditorState): Grant {
  switch (state.platform) {
    case 'roboflow':
      return roboflowGrantOf(state);
    case 'datature-vi':
      return datatureViGrantOf(state);
    case 'workspace-keys':
      return workspaceKeysGrantOf(state);
  }
}
