/**
 * Ways through the scope editor, each step beside what a person means by it. The meaning is kept as plain sets here, without
 * the editor's own rules, so that both can be compared in the end.
 */
import fc from 'fast-check';
import { accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import type { Grant } from '#shared/domain/grant.ts';
import { presets } from '#shared/domain/presets.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { templates } from '#shared/domain/templates.ts';
import {
  choosePermission,
  setAccess,
} from '../../../src/renderer/features/scope-editor/datature-vi-state.ts';
import type { EditorState } from '../../../src/renderer/features/scope-editor/editor-state.ts';
import {
  chooseRoboflow,
  type RoboflowChoice,
  setScopes,
} from '../../../src/renderer/features/scope-editor/roboflow-state.ts';
import { takeGrant } from '../../../src/renderer/features/scope-editor/take-grant.ts';
import {
  chooseWorkspaceKeys,
  mayBePublic,
  offersBoth,
  setAnyone,
  type WorkspaceKeysChoice,
} from '../../../src/renderer/features/scope-editor/workspace-keys-state.ts';
import { leafArbitrary } from '../../support/grants.ts';

/** What a grant comes to: everything, or these scopes; `word` is Datature's level, or whether anyone may hold the key. */
export type Meaning = { everything: boolean; scopes: ReadonlySet<string>; word: string };

/** A step that cannot be taken in a state leaves both as they are. */
type Step = (at: { state: EditorState; meaning: Meaning }) => { state: EditorState; meaning: Meaning };

export function meaningOf(grant: Grant): Meaning {
  switch (grant.platform) {
    case 'roboflow':
      return { everything: grant.scopes === null, scopes: new Set(grant.scopes), word: '' };
    case 'datature-vi':
      return { everything: false, scopes: new Set(grant.access), word: grant.permission };
    case 'workspace-keys':
      return { everything: false, scopes: new Set(grant.scopes), word: String(grant.public) };
  }
}

const toggled = (scopes: ReadonlySet<string>, few: readonly string[], on: boolean) =>
  new Set(on ? [...scopes, ...few] : [...scopes].filter((scope) => !few.includes(scope)));

const tick =
  (few: readonly string[], on: boolean): Step =>
  ({ state, meaning }) =>
    state.platform === 'roboflow'
      ? {
          state: setScopes(state, few, on),
          meaning: { ...meaning, scopes: toggled(meaning.scopes, few, on) },
        }
      : { state, meaning };

const card =
  (choice: RoboflowChoice): Step =>
  ({ state, meaning }) => {
    if (state.platform !== 'roboflow') return { state, meaning };
    const preset = presets.roboflow.find(({ id }) => id === choice)?.grant.scopes;
    const scopes = preset ? new Set(preset) : meaning.scopes;
    return {
      state: chooseRoboflow(state, choice),
      meaning: { ...meaning, everything: choice === 'full-access', scopes },
    };
  };

const roboflow: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(leafArbitrary, fc.boolean()).map(([leaf, on]) => tick([leaf], on)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...roboflowSections), fc.boolean()).map(([{ leaves }, on]) =>
      tick(
        leaves.map(({ scope }) => scope),
        on,
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<RoboflowChoice>('project', 'inference', 'custom', 'full-access').map(card),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...templates.roboflow).map(
      ({ grant }): Step =>
        ({ state }) => ({
          state: takeGrant(state, grant),
          meaning: meaningOf(grant),
        }),
    ),
  },
);

/** What the person sees of a key and does not choose: it stays through every choice. */
const others = ({ scopes }: Meaning, known: readonly string[]) => [...toggled(scopes, known, false)];

const datatureVi: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(...accessScopes), fc.boolean()).map(
    ([scope, on]): Step =>
      ({ state, meaning }) =>
        state.platform === 'datature-vi'
          ? {
              state: setAccess(state, scope, on),
              meaning: { ...meaning, scopes: toggled(meaning.scopes, [scope], on) },
            }
          : { state, meaning },
  ),
  fc.constantFrom(...permissionLevels).map(
    (level): Step =>
      ({ state, meaning }) =>
        state.platform === 'datature-vi'
          ? { state: choosePermission(state, level), meaning: { ...meaning, word: level } }
          : { state, meaning },
  ),
  fc.constantFrom(...templates['datature-vi']).map(
    ({ grant }): Step =>
      ({ state, meaning }) => {
        const { scopes, word } = meaningOf(grant);
        return {
          state: takeGrant(state, grant),
          meaning: { ...meaning, scopes: new Set([...scopes, ...others(meaning, accessScopes)]), word },
        };
      },
  ),
);

const cards: Readonly<Record<WorkspaceKeysChoice, readonly string[]>> = {
  project: ['project'],
  inference: ['inference'],
  both: ['project', 'inference'],
};
const isChoice = (scopes: ReadonlySet<string>, choice: WorkspaceKeysChoice) =>
  cards.both.every((scope) => scopes.has(scope) === cards[choice].includes(scope));

const workspaceKeys: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<WorkspaceKeysChoice>('project', 'inference', 'both').map(
    (choice): Step =>
      ({ state, meaning }) => {
        if (state.platform !== 'workspace-keys' || (choice === 'both' && !offersBoth(state)))
          return { state, meaning };
        const back = isChoice(new Set(state.opened.scopes), choice);
        return {
          state: chooseWorkspaceKeys(state, choice),
          meaning: {
            ...meaning,
            scopes: new Set([...others(meaning, cards.both), ...cards[choice]]),
            // Another card is not for everyone until the box says so; the one it came with is as it came.
            word: String(back && state.opened.public),
          },
        };
      },
  ),
  fc.boolean().map(
    (anyone): Step =>
      ({ state, meaning }) =>
        state.platform === 'workspace-keys' && mayBePublic(state)
          ? { state: setAnyone(state, anyone), meaning: { ...meaning, word: String(anyone) } }
          : { state, meaning },
  ),
);

export const steps = { roboflow, 'datature-vi': datatureVi, 'workspace-keys': workspaceKeys };
