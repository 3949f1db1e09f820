/**
 * Leads to the inventory whoever searches, or chooses a workspace, on a screen that has no place for it; and to all
 * workspaces where the chosen one was removed.
 */
import { useAsked, useView } from '../features/inventory/view-store.ts';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { goToScreen, useScreen } from './screen-store.ts';
import { screenOf } from './screens.tsx';

export function followScreen(): () => void {
  const stops = [
    useView.subscribe((view, before) => {
      const { searches } = screenOf(useScreen.getState().screen);
      if (view.search !== before.search && view.search !== '' && !searches) goToScreen('inventory');
    }),
    useAsked.subscribe(() => {
      if (!screenOf(useScreen.getState().screen).perWorkspace) goToScreen('inventory');
    }),
    useWorkspaces.subscribe(({ list }) => {
      const { workspaceId } = useView.getState();
      if (list && workspaceId !== null && !list.some(({ id }) => id === workspaceId))
        useView.setState({ workspaceId: null });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
