/** Tells main how far the list was looked at, and marks it as seen. */
import { answer, bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { type ChangesState, useChanges } from './changes-store.ts';

/** Only with every kind of change on the list somebody sees what changed. */
function tellShown(list: ChangesState['list']): void {
  if (!list || list.view.kind !== null) return;
  const { workspaceId } = list.view;
  void answer(bridge().changesShown({ workspaceId, upTo: list.overview.upTo }));
}

/** While the list is on screen. Returns how to stop. */
export function followVisit(): () => void {
  const stopStore = useChanges.subscribe(({ list }, before) => {
    // What arrives behind another window has not been looked at.
    if (list?.overview !== before.list?.overview && document.hasFocus()) tellShown(list);
  });
  // Coming back may begin another visit; leaving is the last moment at which the list was seen.
  const tellNow = () => tellShown(useChanges.getState().list);
  window.addEventListener('focus', tellNow);
  window.addEventListener('blur', tellNow);
  return () => {
    tellNow();
    stopStore();
    window.removeEventListener('focus', tellNow);
    window.removeEventListener('blur', tellNow);
  };
}

export async function markAllSeen(): Promise<void> {
  const { list } = useChanges.getState();
  if (!list) return;
  const { view, overview } = list;
  const result = await answer(
    bridge().changesMarkSeen({ workspaceId: view.workspaceId, upTo: overview.upTo }),
  );
  if (!result.ok) {
    useChanges.setState({ problem: result.error });
    return;
  }
  const { before } = result.value;
  showToast({
    text: `Marked ${plural(overview.total, 'change')} as seen.`,
    about: 'changes',
    undo: () => void restore(before),
  });
}

async function restore(marks: Parameters<ReturnType<typeof bridge>['changesRestoreMarks']>[0]['marks']) {
  const result = await answer(bridge().changesRestoreMarks({ marks }));
  if (!result.ok) showUndoFailure(`The marks could not be taken back. ${result.error.message}`);
}
