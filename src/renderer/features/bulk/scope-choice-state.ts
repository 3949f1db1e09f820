/** How the scopes of many keys are to be changed, as it is being chosen. Pure. */
import type { Grant } from '#shared/domain/grant.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';
import { type EditorState, grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { openRoboflow, type RoboflowState } from '../scope-editor/roboflow-state.ts';

export type ScopeChoiceState = {
  mode: ScopeChange['mode'];
  /** For adding and removing: the same leaves, so that a change of mind keeps them. */
  leaves: RoboflowState;
  /** For replacing. */
  editor: EditorState;
};

/** Little to begin with: whoever presses on without looking should not hand out more. */
const narrow: Readonly<Record<PlatformId, Grant>> = {
  roboflow: { platform: 'roboflow', scopes: ['model:infer'] },
  'datature-vi': { platform: 'datature-vi', access: ['deployment'], permission: 'read-only' },
  'workspace-keys': { platform: 'workspace-keys', scopes: ['inference'], public: false },
};

export function openScopeChoice(): ScopeChoiceState {
  return {
    mode: 'add',
    leaves: openRoboflow({ platform: 'roboflow', scopes: [] }),
    editor: openEditor(narrow.roboflow),
  };
}

export function choosePlatform(state: ScopeChoiceState, platform: PlatformId): ScopeChoiceState {
  return { ...state, editor: openEditor(narrow[platform]) };
}

/** Null while no scope is chosen. */
export function changeOf({ mode, leaves, editor }: ScopeChoiceState): ScopeChange | null {
  if (mode === 'replace') return { mode, grant: grantOf(editor) };
  return leaves.leaves.length > 0 ? { mode, scopes: [...leaves.leaves] } : null;
}
