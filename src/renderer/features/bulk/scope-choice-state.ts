/** How the scopes of many keys are to be changed, as it is being chosen. Pure. */
import { type AccessScope, accessScopes } from '#shared/domain/datature-vi-access.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ScopeChange } from '#shared/ipc/bulk.ts';
import { type EditorState, grantOf, openEditor } from '../scope-editor/editor-state.ts';
import { openRoboflow, type RoboflowState } from '../scope-editor/roboflow-state.ts';

export type ScopeMode = 'add' | 'remove' | 'replace';

export type ScopeChoiceState = {
  mode: ScopeMode;
  /** Whose scopes are chosen; null until somebody says so. */
  platform: PlatformId | null;
  /** For adding and removing: the same choice, so that a change of mind keeps it. */
  leaves: RoboflowState;
  access: readonly AccessScope[];
  /** For adding: the level that all keys get; null: each keeps its own. */
  permission: string | null;
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
    platform: null,
    leaves: openRoboflow({ platform: 'roboflow', scopes: [] }),
    access: [],
    permission: null,
    editor: openEditor(narrow.roboflow),
  };
}

export function choosePlatform(state: ScopeChoiceState, platform: PlatformId): ScopeChoiceState {
  const editor = state.editor.platform === platform ? state.editor : openEditor(narrow[platform]);
  return { ...state, platform, editor };
}

/** The platforms whose scopes can be changed this way, of those that there are. */
export function platformsFor(mode: ScopeMode, connected: readonly PlatformId[]): PlatformId[] {
  // Two cards are no list to add to or take from.
  return connected.filter((platform) => mode === 'replace' || platform !== 'workspace-keys');
}

/** The platform in force: the chosen one where the mode has it, else the first that the keys are of. */
export function platformIn(
  { mode, platform }: ScopeChoiceState,
  connected: readonly PlatformId[],
  ofKeys: readonly PlatformId[],
): PlatformId {
  const offered = platformsFor(mode, connected);
  if (platform !== null && offered.includes(platform)) return platform;
  return offered.find((each) => ofKeys.includes(each)) ?? offered[0] ?? 'roboflow';
}

export function tickAccess(state: ScopeChoiceState, scope: AccessScope, on: boolean): ScopeChoiceState {
  const access = accessScopes.filter((each) => (each === scope ? on : state.access.includes(each)));
  return { ...state, access };
}

/** Null while nothing is chosen. `platform` is the one in force. */
export function changeOf(state: ScopeChoiceState, platform: PlatformId): ScopeChange | null {
  const { mode, leaves, access, permission } = state;
  if (mode === 'replace') return { mode, grant: grantOf(choosePlatform(state, platform).editor) };
  if (platform === 'datature-vi') {
    if (mode === 'remove') return access.length > 0 ? { mode: 'remove-access', access: [...access] } : null;
    const isNothing = access.length === 0 && permission === null;
    return isNothing ? null : { mode: 'add-access', access: [...access], permission };
  }
  return leaves.leaves.length > 0 ? { mode, scopes: [...leaves.leaves] } : null;
}
