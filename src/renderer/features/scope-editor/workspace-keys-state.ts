/** The scope editor's state for workspace keys: Project or Inference, and whether anyone may hold the key. */
import type { WorkspaceKeysGrant } from '#shared/domain/grant.ts';

export type WorkspaceKeysChoice = 'project' | 'inference' | 'both';

export type WorkspaceKeysState = {
  platform: 'workspace-keys';
  /** Null where the key has neither scope: then no card is chosen until somebody does. */
  choice: WorkspaceKeysChoice | null;
  /** What the box beside Inference says. */
  anyone: boolean;
  /** The grant the editor was opened on: its unknown scopes survive, and its own choice can be taken back whole. */
  opened: WorkspaceKeysGrant;
};

export function openWorkspaceKeys(grant: WorkspaceKeysGrant): WorkspaceKeysState {
  return {
    platform: 'workspace-keys',
    choice: choiceOf(grant),
    anyone: grant.public,
    opened: grant,
  };
}

export function workspaceKeysGrantOf(state: WorkspaceKeysState): WorkspaceKeysGrant {
  // The choice the key came with gives back its scopes untouched, also where they break the platform's own rules.
  const untouched = state.choice === choiceOf(state.opened);
  const scopes = untouched ? [...state.opened.scopes] : [...scopesOf(state.choice), ...unknownScopes(state)];
  const isPublic = mayBePublic(state) ? state.anyone : untouched && state.opened.public;
  return { platform: 'workspace-keys', scopes, public: isPublic };
}

export function chooseWorkspaceKeys(
  state: WorkspaceKeysState,
  choice: WorkspaceKeysChoice,
): WorkspaceKeysState {
  // A public key must not come back public by a detour over Project, unless it was public to begin with.
  return { ...state, choice, anyone: choice === choiceOf(state.opened) && state.opened.public };
}

export function setAnyone(state: WorkspaceKeysState, anyone: boolean): WorkspaceKeysState {
  return { ...state, anyone };
}

/** Only a key whose one scope is Inference can be public; one that is so already may stay as it is. */
export function mayBePublic(state: WorkspaceKeysState): boolean {
  const isAlready = choiceOf(state.opened) === 'inference' && state.opened.public;
  return state.choice === 'inference' && (unknownScopes(state).length === 0 || isAlready);
}

/** *Both scopes* is offered only for a key that has both: one key for two purposes is nothing to suggest. */
export function offersBoth(state: WorkspaceKeysState): boolean {
  return choiceOf(state.opened) === 'both';
}

/** Scopes this version does not know, each once. */
export function unknownScopes(state: WorkspaceKeysState): string[] {
  return [...new Set(state.opened.scopes)].filter((scope) => scope !== 'project' && scope !== 'inference');
}

function choiceOf(grant: WorkspaceKeysGrant): WorkspaceKeysChoice | null {
  const [project, inference] = [grant.scopes.includes('project'), grant.scopes.includes('inference')];
  if (project && inference) return 'both';
  if (project) return 'project';
  return inference ? 'inference' : null;
}

function scopesOf(choice: WorkspaceKeysChoice | null): string[] {
  if (choice === 'both') return ['project', 'inference'];
  return choice === null ? [] : [choice];
}
