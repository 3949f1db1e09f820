import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { useView } from '../inventory/view-store.ts';

export function PoliciesButton() {
  const workspaceId = useView((view) => view.workspaceId);
  return <Button onClick={() => openDialog({ kind: 'policies', workspaceId })}>Policies…</Button>;
}
