/** What may be moved, and how far. */
import { useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import { mostTolerance } from '#shared/ipc/levelling.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Select } from '../../ui/select.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import styles from './level-load.module.css';

export type Choice = {
  /** Null for all of them. */
  workspaceIds: readonly string[] | null;
  tolerance: number;
  workdaysOnly: boolean;
  movePlanned: boolean;
};

const tolerances = [3, 7, 14, mostTolerance];
const [allWorkspaces, someWorkspaces] = ['all', 'some'];

export function LevelChoices({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  const list = useWorkspaces((state) => state.list) ?? [];
  const [some, setSome] = useState(false);
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  const { workspaceIds } = choice;

  function chooseWorkspaces(value: string): void {
    setSome(value === someWorkspaces);
    if (value === allWorkspaces) change({ workspaceIds: null });
    else if (value !== someWorkspaces) change({ workspaceIds: [value] });
    else if (workspaceIds === null) change({ workspaceIds: list.map(({ id }) => id) });
  }

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
          value={some ? someWorkspaces : (workspaceIds?.[0] ?? allWorkspaces)}
          options={[
            { value: allWorkspaces, label: 'All workspaces' },
            ...(list.length > 2 ? [{ value: someWorkspaces, label: 'Some workspaces' }] : []),
            ...list.map(({ id, name, colour }) => ({
              value: id,
              label: name,
              square: `var(--workspace-${colour})`,
            })),
          ]}
          onValueChange={chooseWorkspaces}
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
      {some && (
        <SomeWorkspaces
          list={list}
          chosen={workspaceIds ?? []}
          onChange={(chosen) => change({ workspaceIds: chosen })}
        />
      )}
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

function SomeWorkspaces({
  list,
  chosen,
  onChange,
}: {
  list: readonly Workspace[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  return (
    <fieldset className={styles.some}>
      <legend className="visually-hidden">Workspaces to level</legend>
      {list.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          checked={chosen.includes(id)}
          onCheckedChange={(checked) =>
            onChange(checked ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
    </fieldset>
  );
}
