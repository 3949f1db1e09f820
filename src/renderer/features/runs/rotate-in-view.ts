/** What `R` and the selection bar mean: the keys that are chosen, else the one that is looked at. */

import { longestRange } from '#shared/ipc/selection.ts';
import { useScreen } from '../../app/screen-store.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showFailure, showToast } from '../../ui/toast.tsx';
import { useSelection } from '../inventory/selection-store.ts';
import { type Chosen, isNothing, selectionOf } from '../selection/chosen.ts';
import { useChosen } from '../selection/chosen-store.ts';
import { rotateKeys } from './run-actions.ts';

/** More would be more secrets than a person hands over in one go. */
export const mostTogether = 100;

export function rotateInView(): void {
  const { chosen } = useChosen.getState();
  const { keyId } = useSelection.getState();
  // Elsewhere nothing shows what is chosen in the table.
  if (useScreen.getState().screen === 'inventory' && !isNothing(chosen)) void rotateChosen(chosen);
  else if (keyId !== null) void rotateKeys([keyId]);
}

export async function rotateChosen(chosen: Chosen): Promise<void> {
  const selection = selectionOf(chosen);
  const ids = selection.kind === 'keys' ? selection.keyIds : await matchingIds(selection);
  if (ids === null) return;
  if (ids.length > mostTogether) {
    showToast({ text: `At most ${mostTogether} keys are rotated together. Select fewer.`, about: 'rotate' });
  } else void rotateKeys(ids);
}

/** One more than can be rotated tells that they are too many. Null where they could not be read. */
async function matchingIds({
  query,
  except,
}: Extract<ReturnType<typeof selectionOf>, { kind: 'matching' }>): Promise<string[] | null> {
  // Those that were taken out are few beside what a range may hold; whoever took out thousands chose too many anyway.
  const limit = Math.min(longestRange, mostTogether + 1 + except.length);
  const result = await answer(bridge().selectionRange({ query, offset: 0, limit }));
  if (!result.ok) {
    showFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
    return null;
  }
  const out = new Set(except);
  return result.value.keyIds.filter((id) => !out.has(id));
}
