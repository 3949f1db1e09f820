/** For the header of a screen about rotation. */
import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { useView } from '../inventory/view-store.ts';

export function LevelLoadButton() {
  const workspaceId = useView((view) => view.workspaceId);
  return <Button onClick={() => openDialog({ kind: 'level-load', workspaceId })}>Level load…</Button>;
}
