import { grouped } from '../../lib/plural.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';

/** Keys in all workspaces, for the sidebar. */
export function InventoryCount() {
  const list = useWorkspaces((state) => state.list) ?? [];
  const keys = list.reduce((sum, workspace) => sum + workspace.keyCount, 0);
  return (
    <>
      {grouped(keys)}
      <span className="visually-hidden"> keys</span>
    </>
  );
}
