/** The switch of a workspace: whether what is noted about its keys is written into them. */
import { plural } from '../../lib/plural.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './sharing-choice.module.css';
import type { SharingState } from './use-sharing.ts';

export function SharingChoice({
  workspaceName,
  state,
  on,
  onChange,
}: {
  workspaceName: string;
  /** Null until it is known: the place is kept, so that nothing moves when it comes. */
  state: SharingState | null;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  if (state?.missing) return <p className={styles.words}>Kept on this computer. {state.missing}</p>;
  return (
    <div className={styles.choice}>
      <Checkbox
        label={`Write details into the keys of ${workspaceName}`}
        checked={on}
        disabled={state === null}
        onCheckedChange={onChange}
      />
      <p className={styles.words}>{wordsFor(state, on)}</p>
    </div>
  );
}

function wordsFor(state: SharingState | null, on: boolean): string {
  if (on && state && !state.on && state.unsent > 0) {
    const those = plural(state.unsent, 'key');
    return `Other administrators then see them. What is noted about ${those} already is written when you save.`;
  }
  if (on) return 'In their metadata, under latchkey. Other administrators see them there.';
  if (state?.on) return 'From now on they stay on this computer. What is in the keys already stays there.';
  return 'Off: they stay on this computer, where only you see them.';
}
