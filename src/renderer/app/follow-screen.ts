/** Leads to the inventory whoever searches, or chooses a workspace, on a screen that has no place for it. */
import { useView } from '../features/inventory/view-store.ts';
import { goToScreen, useScreen } from './screen-store.ts';
import { screenOf } from './screens.tsx';

export function followScreen(): () => void {
  return useView.subscribe((view, before) => {
    const searched = view.search !== before.search && view.search !== '';
    const elsewhere = view.workspaceId !== before.workspaceId;
    if (searched || (elsewhere && !screenOf(useScreen.getState().screen).perWorkspace))
      goToScreen('inventory');
  });
}
