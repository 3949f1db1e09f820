/** Which dialog is open. One at a time: a desk with two questions on it gets two wrong answers. */

import { create } from 'zustand';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { BulkActionKind, BulkJob } from '#shared/ipc/bulk.ts';
import type { Connection, Workspace } from '#shared/ipc/connections.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { GhostCandidate, GhostKey } from '#shared/ipc/ghost-keys.ts';
import type { IncidentPlan } from '#shared/ipc/incidents.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import type { Selection } from '#shared/ipc/selection.ts';

/** A workspace, or a connection that has none. */
export type SignInSubject = Pick<
  Workspace,
  'connectionId' | 'platform' | 'baseUrl' | 'account' | 'label' | 'name' | 'signInWay'
>;

export type DialogRequest =
  | { kind: 'connect' }
  /** Sign-ins out of the Roboflow CLI's own file. */
  | { kind: 'cli-import' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'save-search'; search: string; workspaceId: string | null }
  | { kind: 'rename-search'; saved: SavedSearch }
  /** `workspace`: one of those that lost their sign-in; all of its connection come back together. */
  | { kind: 'sign-in-again'; workspace: SignInSubject }
  | { kind: 'edit-workspace'; workspace: Workspace }
  | { kind: 'rename-connection'; connection: Connection }
  | { kind: 'remove-connection'; connection: Connection }
  /** `workspaceId`: where the person is looking, or null for all workspaces. `like`: a lost key that it replaces. */
  | { kind: 'new-key'; workspaceId: string | null; like?: GhostKey }
  /** `next`: what takes its place once the secret was handed over. */
  | { kind: 'store-secret'; created: CallOutput<'keys.create'>; workspace: Workspace; next?: DialogRequest }
  /** The key as it is on screen: what the person saw is what the change is compared with. */
  | { kind: 'rename-key'; key: KeyDetail }
  | { kind: 'edit-scope'; key: KeyDetail }
  | { kind: 'edit-details'; key: KeyDetail }
  | { kind: 'roll-key'; key: KeyDetail }
  | { kind: 'delete-key'; key: KeyDetail }
  | { kind: 'ghost-keys' }
  | { kind: 'delete-ghost'; ghost: GhostKey; candidate: GhostCandidate }
  /** `workspaceId`: where the person is looking, or null for all workspaces. */
  | { kind: 'level-load'; workspaceId: string | null }
  /** When a key in quarantine is deleted. */
  | { kind: 'plan-deletion'; key: KeyDetail }
  /** `key`: the one that is meant, where it is one; `count`: how many are. */
  | { kind: 'snooze'; selection: Selection; count: number; key: KeyDetail | null }
  | { kind: 'key-policy'; key: KeyDetail }
  /** `workspaceId`: whose policies are shown first; null for all workspaces. */
  | { kind: 'policies'; workspaceId: string | null }
  /** One change over many keys; `count` is how many the selection bar says are meant. */
  | { kind: 'bulk'; action: BulkActionKind; selection: Selection; count: number }
  /** One that runs or has ended. */
  | { kind: 'bulk-job'; job: BulkJob }
  /** The rotation of one key, or of several together. */
  | { kind: 'start-runs'; keyIds: readonly string[] }
  | { kind: 'run'; run: Run }
  /** `plan`: what marking it as compromised would do. */
  | { kind: 'compromised'; key: KeyDetail; plan: IncidentPlan }
  | { kind: 'run-question'; run: Run; question: 'delete' | 'undo' | 'cancel' | 'new-twin' }
  /** `run`: one of those begun together. `refused`: keys that were left as they are, and why. */
  | { kind: 'runs-together'; run: Run; refused?: readonly { name: string; message: string }[] }
  | { kind: 'delete-together'; runs: readonly Run[]; back: Run };

type DialogState = { open: DialogRequest | null };

const initial: DialogState = { open: null };

export const useDialogs = create<DialogState>(() => initial);

/**
 * Opens a dialog. While a secret waits to be handed over nothing else may open, since its only copy would be lost
 * behind it; the call is then ignored.
 */
export function openDialog(request: DialogRequest): void {
  if (useDialogs.getState().open?.kind === 'store-secret') return;
  useDialogs.setState({ open: request });
}

export function closeDialog(): void {
  useDialogs.setState(initial);
}
