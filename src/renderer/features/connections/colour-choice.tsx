/** The eight colours a workspace can have, as radio buttons: each says its name. */
import { useId } from 'react';
import { type WorkspaceColour, workspaceColours } from '#shared/domain/workspace.ts';
import { FieldRadio, RadioGroup } from '../../ui/field-radio.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import styles from './colour-choice.module.css';

const colourNames: Readonly<Record<WorkspaceColour, string>> = {
  indigo: 'Indigo',
  grass: 'Green',
  orange: 'Orange',
  violet: 'Violet',
  pink: 'Pink',
  cyan: 'Cyan',
  amber: 'Amber',
  tomato: 'Red',
};

export function ColourChoice({
  value,
  onValueChange,
}: {
  value: WorkspaceColour;
  onValueChange: (colour: WorkspaceColour) => void;
}) {
  const id = useId();
  return (
    <RadioGroup legend="Colour">
      <div className={styles.colours}>
        {workspaceColours.map((colour) => (
          <div key={colour} className={styles.colour}>
            <FieldRadio
              id={`${id}-${colour}`}
              name={id}
              checked={colour === value}
              onChange={() => onValueChange(colour)}
            />
            <WorkspaceSquare colour={colour} />
            <label className={styles.label} htmlFor={`${id}-${colour}`}>
              {colourNames[colour]}
            </label>
          </div>
        ))}
      </div>
    </RadioGroup>
  );
}
