/** The least for a use case, taken as a start. */
import { sameGrant } from '#shared/domain/grant.ts';
import { templates } from '#shared/domain/templates.ts';
import { Select } from '../../ui/select.tsx';
import { type EditorState, grantOf } from './editor-state.ts';
import { usePreflightRules } from './preflight-context.ts';
import { takeGrant } from './take-grant.ts';
import styles from './template-choice.module.css';

const none = '';

export function TemplateChoice({
  state,
  onChange,
  isOpen,
}: {
  state: EditorState;
  onChange: (state: EditorState) => void;
  /** Something else than what the state says is chosen, so no use case is. */
  isOpen: boolean;
}) {
  const rules = usePreflightRules();
  const all = templates[state.platform];
  const grant = grantOf(state);
  const chosen = isOpen ? undefined : all.find((template) => sameGrant(template.grant, grant));
  const options = all.map(({ id, label, grant: wanted }) => {
    // What is chosen already stays readable.
    const refused = id !== chosen?.id && rules.grant(wanted) !== null;
    // An option cannot explain itself at length; the abilities it lacks say so in the tree.
    return { value: id, label: refused ? `${label} (beyond this login)` : label, disabled: refused };
  });
  return (
    <Select
      aria-label="Start from a use case"
      className={styles.choice ?? ''}
      value={chosen?.id ?? none}
      options={[{ value: none, label: 'Use cases', disabled: true }, ...options]}
      onValueChange={(id) => {
        const template = all.find((each) => each.id === id);
        if (template) onChange(takeGrant(state, template.grant));
      }}
    />
  );
}
