/** The scope editor for platforms with two scopes: Project or Inference, and a public Inference key. */
import { Checkbox } from '../../ui/checkbox.tsx';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { UnknownScopes } from './unknown-scopes.tsx';
import styles from './workspace-keys-editor.module.css';
import {
  chooseWorkspaceKeys,
  mayBePublic,
  offersBoth,
  setAnyone,
  unknownScopes,
  type WorkspaceKeysChoice,
  type WorkspaceKeysState,
} from './workspace-keys-state.ts';

const cards: readonly RadioCard<WorkspaceKeysChoice>[] = [
  {
    value: 'project',
    label: 'Project',
    description: 'Manage projects, upload datasets, train models, make predictions',
  },
  { value: 'inference', label: 'Inference', description: 'Run trained models. Can be public' },
];
const bothCard: RadioCard<WorkspaceKeysChoice> = {
  value: 'both',
  label: 'Both scopes',
  description: 'As this key has them now',
};

export function WorkspaceKeysEditor({
  state,
  onChange,
}: {
  state: WorkspaceKeysState;
  onChange: (state: WorkspaceKeysState) => void;
}) {
  const unknown = unknownScopes(state);
  return (
    <>
      <RadioCards
        legend="Scope"
        cards={offersBoth(state) ? [...cards, bothCard] : cards}
        value={state.choice}
        onValueChange={(choice) => onChange(chooseWorkspaceKeys(state, choice))}
      />
      {mayBePublic(state) && (
        <Checkbox
          label="Anyone may hold this key"
          description="For models that are open to the public"
          checked={state.anyone}
          onCheckedChange={(anyone) => onChange(setAnyone(state, anyone))}
        />
      )}
      {unknown.length > 0 && (
        <div className={styles.unknown}>
          <UnknownScopes scopes={unknown} ticked={unknown} />
        </div>
      )}
    </>
  );
}
