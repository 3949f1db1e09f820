/** What may be moved, and how far. */
import { mostTolerance } from '#shared/ipc/levelling.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import styles from './level-load.module.css';

export type Choice = {
  /** Null for all of them. */
  workspaceId: string | null;
  tolerance: number;
  workdaysOnly: boolean;
  movePlanned: boolean;
};

const tolerances = [3, 7, 14, mostTolerance];
const allWorkspaces = 'all';

export function LevelChoices({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const list = useWorkspaces((state) => state.list) ?? [];
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  return (
    <div className={styles.choices}>
      <p className={styles.lead}>
        Gives keys other due days, so that no week has far more rotations than the others. Nothing is rotated,
        and no key is due later than its policy allows.
      </p>
      <div className={styles.line}>
        <Select
          aria-label="Workspaces"
          className={styles.workspaces ?? ''}
          value={choice.workspaceId ?? allWorkspaces}
          options={[
            { value: allWorkspaces, label: 'All workspaces' },
            ...list.map(({ id, name, colour }) => ({
              value: id,
              label: name,
              square: `var(--workspace-${colour})`,
            })),
          ]}
          onValueChange={(value) => change({ workspaceId: value === allWorkspaces ? null : value })}
        />
        <span className={styles.label} aria-hidden="true">
          Move by at most
        </span>
        <Segments
          legend="Move by at most"
          segments={tolerances.map((days) => ({ value: String(days), label: `${days} days` }))}
          value={String(choice.tolerance)}
          onValueChange={(value) => change({ tolerance: Number(value) })}
        />
      </div>
      <div className={styles.line}>
        <Checkbox
          label="To working days only"
          checked={choice.workdaysOnly}
          onCheckedChange={(workdaysOnly) => change({ workdaysOnly })}
        />
        <Checkbox
          label="Also keys that are planned already"
          checked={choice.movePlanned}
          onCheckedChange={(movePlanned) => change({ movePlanned })}
        />
      </div>
    </div>
  );
}
