/** Says that details were saved, with the way to take that back. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';
import { patchBack } from './draft.ts';

export function confirmAnnotated(before: KeyDetail, patch: AnnotationPatch): void {
  showToast({
    text: `Saved the details of ${before.name || 'the key'}`,
    about: before.id,
    undo: () => void takeBack(before, patchBack(patch, before)),
  });
}

async function takeBack({ id, name }: KeyDetail, patch: AnnotationPatch): Promise<void> {
  const result = await answer(bridge().annotationsSetOne({ keyId: id, patch }));
  if (!result.ok) {
    const { message, hint } = result.error;
    showUndoFailure(
      [`The details of ${name || 'the key'} stay changed.`, message, hint].filter(Boolean).join(' '),
    );
    return;
  }
  showDetail(result.value);
  showToast({ text: `Put the details of ${name || 'the key'} back`, about: id });
}
