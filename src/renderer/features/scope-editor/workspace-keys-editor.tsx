/** The scope editor for platforms with two scopes: Project or Inference, and a public Inference key. */
import { Checkbox } from '../../ui/checkbox.tsx';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { usePreflightRules } from './preflight-context.ts';
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
  workspaceKeysGrantOf,
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
  const rules = usePreflightRules();
  const offered = offersBoth(state) ? [...cards, bothCard] : cards;
  // The role decides, and no scope is more than another.
  const reason = rules.grant(workspaceKeysGrantOf(state));
  return (
    <>
      <RadioCards
        legend="Scope"
        cards={offered.map((card) => ({ ...card, reason }))}
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
