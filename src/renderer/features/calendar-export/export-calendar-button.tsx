/** For the header of a screen about rotation. */
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useView } from '../inventory/view-store.ts';
import { exportCalendar } from './export-calendar.ts';

/** Of the workspace in view, or of all of them. */
export function ExportCalendarButton() {
  const workspaceId = useView((view) => view.workspaceId);
  const [busy, setBusy] = useState(false);
  return (
    <Button
      busy={busy}
      onClick={() => {
        setBusy(true);
        void exportCalendar(workspaceId).finally(() => setBusy(false));
      }}
    >
      Export .ics
    </Button>
  );
}
