/** Roboflow's shape of the scope editor: a preset, full access, or single abilities out of a tree. */
import { presets } from '#shared/domain/presets.ts';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { AbilityTree } from './ability-tree.tsx';
import { usePreflightRules } from './preflight-context.ts';
import styles from './roboflow-editor.module.css';
import { chooseRoboflow, type RoboflowChoice, type RoboflowState } from './roboflow-state.ts';

const noAbility = 'No ability is ticked. Roboflow takes that: such a key exists and can do nothing.';
const cards: readonly RadioCard<RoboflowChoice>[] = [
  { value: 'project', label: 'Project', description: 'Manage, upload, train, predict' },
  { value: 'inference', label: 'Inference', description: 'Run trained models' },
  { value: 'custom', label: 'Custom', description: 'Chosen abilities' },
  { value: 'full-access', label: 'Full access', description: 'Everything, now and later' },
];

export type AsLogin = { chosen: boolean; onChoose: () => void };
const asLoginCard = {
  value: 'as-login',
  label: 'As this login',
  description: 'What its own key can do',
} as const;

export function RoboflowEditor({
  state,
  onChange,
  asLogin,
}: {
  state: RoboflowState;
  onChange: (state: RoboflowState) => void;
  asLogin?: AsLogin;
}) {
  const rules = usePreflightRules();
  const reasonFor = (choice: RoboflowChoice) => {
    const preset = presets.roboflow.find(({ id }) => id === choice);
    // No scope at all is the least that can be chosen one by one.
    return rules.grant(preset?.grant ?? { platform: 'roboflow', scopes: [] });
  };
  return (
    <>
      <RadioCards<RoboflowChoice | 'as-login'>
        legend="Scope"
        cards={[
          ...cards.map((card) => ({ ...card, reason: reasonFor(card.value) })),
          ...(asLogin ? [asLoginCard] : []),
        ]}
        value={asLogin?.chosen ? 'as-login' : state.choice}
        onValueChange={(choice) => {
          if (choice === 'as-login') asLogin?.onChoose();
          else onChange(chooseRoboflow(state, choice));
        }}
      />
      {state.choice === 'custom' && !asLogin?.chosen && (
        <>
          <AbilityTree state={state} onChange={onChange} />
          {state.leaves.length === 0 && <p className={styles.none}>{noAbility}</p>}
        </>
      )}
    </>
  );
}
