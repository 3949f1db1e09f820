/**
 * The scope editor's state for Roboflow: a preset, full access, or a set of leaves.
 *
 * Everything here is a pure function of the state, so that "open and save without a change sends nothing" can be
 * shown for any grant at all, unknown leaves included.
 */
import type { RoboflowGrant } from '#shared/domain/grant.ts';
import { presetOf, presets } from '#shared/domain/presets.ts';
import { roboflowLeaf, type ScopeSection } from '#shared/domain/roboflow-scopes.ts';

export type RoboflowChoice = 'project' | 'inference' | 'custom' | 'full-access';

export type RoboflowState = {
  platform: 'roboflow';
  choice: RoboflowChoice;
  /** What *Custom* holds: the leaves that were chosen last, in their order. */
  leaves: readonly string[];
  /** Leaves this version does not know and the key came with; they stay in sight when they are unticked. */
  unknown: readonly string[];
};

export function openRoboflow(grant: RoboflowGrant): RoboflowState {
  const leaves = [...new Set(grant.scopes ?? [])];
  return {
    platform: 'roboflow',
    choice: choiceOf(grant),
    leaves,
    unknown: leaves.filter((scope) => !roboflowLeaf(scope)),
  };
}

function choiceOf(grant: RoboflowGrant): RoboflowChoice {
  const id = presetOf(grant)?.id;
  return id === 'project' || id === 'inference' || id === 'full-access' ? id : 'custom';
}

export function roboflowGrantOf(state: RoboflowState): RoboflowGrant {
  if (state.choice === 'full-access') return { platform: 'roboflow', scopes: null };
  return { platform: 'roboflow', scopes: [...state.leaves] };
}

/** *Custom* starts from the leaves chosen before; after full access, from those before it, since it lists none. */
export function chooseRoboflow(state: RoboflowState, choice: RoboflowChoice): RoboflowState {
  const preset = presets.roboflow.find(({ id }) => id === choice);
  return { ...state, choice, leaves: preset?.grant.scopes ?? state.leaves };
}

/** Ticks or unticks scopes; a new one goes to the end, so that nothing else moves. */
export function setScopes(state: RoboflowState, scopes: readonly string[], on: boolean): RoboflowState {
  const others = state.leaves.filter((scope) => !scopes.includes(scope));
  const added = scopes.filter((scope) => !state.leaves.includes(scope));
  return { ...state, leaves: on ? [...state.leaves, ...added] : others };
}

/** How many of a section's leaves are ticked: none, some and all are the three states of its box. */
export function tickedIn(state: RoboflowState, section: ScopeSection): number {
  return section.leaves.filter((leaf) => state.leaves.includes(leaf.scope)).length;
}
