/** Plans the keys as the preview has it, and offers to put back what was before. */
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import type { Request } from '../../lib/use-request.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';

/** Whether it was done; the request says why not. */
export async function applyLevelling({ moves }: LevellingPreview, request: Request): Promise<boolean> {
  const plans = moves.map(({ keyId, to }) => ({ keyId, day: to }));
  const planned = await request.run(() => bridge().policiesPlan({ plans, reason: 'Load levelling' }));
  if (!planned) return false;
  const keys = plural(moves.length, 'key');
  showToast({
    text: `${keys} planned on ${moves.length === 1 ? 'another day' : 'other days'}`,
    about: 'levelling',
    undo: () => void putBack(planned.before, keys),
  });
  return true;
}

type Plans = Parameters<ReturnType<typeof bridge>['policiesPlan']>[0]['plans'];

async function putBack(before: Plans, keys: string): Promise<void> {
  const back = await answer(
    bridge().policiesPlan({ plans: before, reason: 'Load levelling undone', back: true }),
  );
  if (back.ok) showToast({ text: `${keys} due again as before`, about: 'levelling' });
  else showUndoFailure([back.error.message, back.error.hint].filter(Boolean).join(' '));
}
