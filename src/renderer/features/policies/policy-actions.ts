/** Says that policies were changed, with the way to take it back. */
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';

type Choices = CallOutput<'policies.set'>['before'];

const about = 'policies';

/** `workspaceName`: undefined for all workspaces. */
export function confirmPolicies(
  workspaceId: string | null,
  before: Choices,
  workspaceName: string | undefined,
): void {
  const place = workspaceName ?? 'all workspaces';
  showToast({
    text: `Changed the rotation policies of ${place}`,
    about,
    undo: () => void takeBack(workspaceId, before, place),
  });
}

async function takeBack(workspaceId: string | null, choices: Choices, place: string): Promise<void> {
  const result = await answer(
    bridge().policiesSet({ workspaceId, choices, reason: 'Taken back right after the change.' }),
  );
  if (result.ok) showToast({ text: `The rotation policies of ${place} are as before`, about });
  else showUndoFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
}
