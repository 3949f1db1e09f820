/** Snoozing and its end, each with the message that takes it back. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { rotationOf } from '#shared/domain/rotation-due.ts';
import { dayText } from '#shared/domain/search/days.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useScreen } from '../../app/screen-store.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { useDetail } from '../inventory/details/detail-store.ts';
import { useSelection } from '../inventory/selection-store.ts';
import { isNothing, selectionOf } from '../selection/chosen.ts';
import { useChosen } from '../selection/chosen-store.ts';

type Rests = CallOutput<'policies.snooze'>;

const about = 'snooze';

/** What `S` means: the keys that are chosen, else the one that is looked at. */
export function snoozeInView(): void {
  const { chosen, look } = useChosen.getState();
  const { keyId } = useSelection.getState();
  const { detail } = useDetail.getState();
  // Elsewhere nothing shows what is chosen in the table.
  if (useScreen.getState().screen === 'inventory' && !isNothing(chosen)) {
    if (look) openDialog({ kind: 'snooze', selection: selectionOf(chosen), count: look.count, key: null });
  } else if (detail && detail.id === keyId) snoozeKey(detail);
}

export function snoozeKey(key: KeyDetail): void {
  const { kind } = rotationOf(key, Date.now());
  if (kind === 'due' || kind === 'snoozed')
    openDialog({ kind: 'snooze', selection: { kind: 'keys', keyIds: [key.id] }, count: 1, key });
  else
    showToast({
      text: `${key.name || 'The key'} has no day on which it is due, so there is nothing to snooze`,
      about,
    });
}

/** `until`: as `dayOf` has it. */
export function confirmSnooze(done: Rests, until: number, name: string | undefined): void {
  const keys = done.before.length === 1 && name ? name : plural(done.before.length, 'key');
  const left = done.left === 0 ? '' : `; ${plural(done.left, 'key')} without a day left alone`;
  showToast({
    text: `Snoozed ${keys} until ${dayText(until)}${left}`,
    about,
    undo: () => void putBack(done, 'Snooze taken back'),
  });
}

export async function endSnooze({ id, name }: KeyDetail): Promise<void> {
  const result = await answer(bridge().policiesEndSnooze({ keyIds: [id] }));
  if (!result.ok) {
    failed(result.error);
    return;
  }
  showToast({
    text: `Ended the snooze of ${name || 'the key'}`,
    about,
    undo: () => void putBack(result.value, `Snoozed ${name || 'the key'} again`),
  });
}

/** Each key as it was: some rested before, until days of their own. */
async function putBack({ before }: Rests, said: string): Promise<void> {
  const awake = before.filter(({ until }) => until === null).map(({ keyId }) => keyId);
  const results = awake.length > 0 ? [await answer(bridge().policiesEndSnooze({ keyIds: awake }))] : [];
  const rests = new Map<string, { until: string; reason: string; keyIds: string[] }>();
  for (const { keyId, until, reason } of before) {
    if (until === null) continue;
    const rest = rests.get(`${until} ${reason}`) ?? { until, reason: reason ?? '', keyIds: [] };
    rest.keyIds.push(keyId);
    rests.set(`${until} ${reason}`, rest);
  }
  for (const { until, reason, keyIds } of rests.values())
    results.push(
      await answer(bridge().policiesSnooze({ selection: { kind: 'keys', keyIds }, until, reason })),
    );
  const refused = results.find((result) => !result.ok);
  if (refused && !refused.ok) failed(refused.error);
  else showToast({ text: said, about });
}

function failed({ message, hint }: { message: string; hint?: string | undefined }): void {
  showUndoFailure([message, hint].filter(Boolean).join(' '));
}
