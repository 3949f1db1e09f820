/** Roboflow's shape of the scope editor: a preset, full access, or single abilities out of a tree. */
import { presets } from '#shared/domain/presets.ts';
import { type RadioCard, RadioCards } from '../../ui/radio-cards.tsx';
import { AbilityTree } from './ability-tree.tsx';
import { usePreflightRules } from './preflight-context.ts';
import { chooseRoboflow, type RoboflowChoice, type RoboflowState } from './roboflow-state.ts';

const cards: readonly RadioCard<RoboflowChoice>[] = [
  { value: 'project', label: 'Project', description: 'Manage, upload, train, predict' },
  { value: 'inference', label: 'Inference', description: 'Run trained models' },
  { value: 'custom', label: 'Custom', description: 'Chosen abilities' },
  { value: 'full-access', label: 'Full access', description: 'Everything, now and later' },
];

export function RoboflowEditor({
  state,
  onChange,
}: {
  state: RoboflowState;
  onChange: (state: RoboflowState) => void;
}) {
  const rules = usePreflightRules();
  const reasonFor = (choice: RoboflowChoice) => {
    const preset = presets.roboflow.find(({ id }) => id === choice);
    // No scope at all is the least that can be chosen one by one.
    return rules.grant(preset?.grant ?? { platform: 'roboflow', scopes: [] });
  };
  return (
    <>
      <RadioCards
        legend="Scope"
        cards={cards.map((card) => ({ ...card, reason: reasonFor(card.value) }))}
        value={state.choice}
        onValueChange={(choice) => onChange(chooseRoboflow(state, choice))}
      />
      {state.choice === 'custom' && <AbilityTree state={state} onChange={onChange} />}
    </>
  );
}
