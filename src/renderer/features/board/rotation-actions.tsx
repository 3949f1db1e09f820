/** In the top bar beside the board: what can be done with all due dates in view. */
import { ExportCalendarButton } from '../calendar-export/export-calendar-button.tsx';
import { LevelLoadButton } from '../levelling/level-load-button.tsx';
import { PoliciesButton } from '../policies/policies-button.tsx';

export function RotationActions() {
  return (
    <>
      <PoliciesButton />
      <LevelLoadButton />
      <ExportCalendarButton />
    </>
  );
}
