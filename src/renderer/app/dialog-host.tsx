/** Shows the dialog that is open. Each request gets a dialog of its own, so that no typed word outlives it. */
import { EditDetailsDialog } from '../features/annotations/edit-details-dialog.tsx';
import { BulkDialog } from '../features/bulk/bulk-dialog.tsx';
import { JobDialog } from '../features/bulk/job-dialog.tsx';
import { CliImportDialog } from '../features/cli-import/cli-import-dialog.tsx';
import { ConnectDialog } from '../features/connections/connect-dialog.tsx';
import { EditWorkspaceDialog } from '../features/connections/edit-workspace-dialog.tsx';
import { RemoveConnectionDialog } from '../features/connections/remove-connection-dialog.tsx';
import { RenameConnectionDialog } from '../features/connections/rename-connection-dialog.tsx';
import { SignInAgainDialog } from '../features/connections/sign-in-again-dialog.tsx';
import { DeleteGhostDialog } from '../features/ghost-keys/delete-ghost-dialog.tsx';
import { GhostKeysDialog } from '../features/ghost-keys/ghost-keys-dialog.tsx';
import { CompromisedDialog } from '../features/incidents/compromised-dialog.tsx';
import { DeleteDialog } from '../features/keys/delete-dialog.tsx';
import { EditScopeDialog } from '../features/keys/edit-scope-dialog.tsx';
import { NewKeyDialog } from '../features/keys/new-key-dialog.tsx';
import { RenameDialog } from '../features/keys/rename-dialog.tsx';
import { RollDialog } from '../features/keys/roll-dialog.tsx';
import { StoreSecretDialog } from '../features/keys/store-secret-dialog.tsx';
import { LevelLoadDialog } from '../features/levelling/level-load-dialog.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { KeyPolicyDialog } from '../features/policies/key-policy-dialog.tsx';
import { PoliciesDialog } from '../features/policies/policies-dialog.tsx';
import { SnoozeDialog } from '../features/policies/snooze-dialog.tsx';
import { PlanDialog } from '../features/quarantine/plan-dialog.tsx';
import { DeleteTogetherDialog } from '../features/runs/delete-together-dialog.tsx';
import { RunDialog } from '../features/runs/run-dialog.tsx';
import { RunQuestionDialog } from '../features/runs/run-question-dialog.tsx';
import { StartDialog } from '../features/runs/start-dialog.tsx';
import { TogetherDialog } from '../features/runs/together-dialog.tsx';
import { RenameSearchDialog, SaveSearchDialog } from '../features/saved-searches/search-name-dialog.tsx';
import { ShortcutSheet } from '../features/shortcuts/shortcut-sheet.tsx';
import { useDialogs } from './dialogs.ts';
import { useFocusAfterDialogs } from './kept-focus.ts';

export function DialogHost() {
  const request = useDialogs((state) => state.open);
  useFocusAfterDialogs();
  switch (request?.kind) {
    case undefined:
      return null;
    case 'connect':
      return <ConnectDialog />;
    case 'cli-import':
      return <CliImportDialog />;
    case 'palette':
      return <Palette />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'save-search':
      return <SaveSearchDialog search={request.search} workspaceId={request.workspaceId} />;
    case 'rename-search':
      return <RenameSearchDialog saved={request.saved} />;
    case 'sign-in-again':
      return <SignInAgainDialog workspace={request.workspace} />;
    case 'edit-workspace':
      return <EditWorkspaceDialog workspace={request.workspace} />;
    case 'rename-connection':
      return <RenameConnectionDialog connection={request.connection} />;
    case 'remove-connection':
      return <RemoveConnectionDialog connection={request.connection} />;
    case 'new-key':
      return <NewKeyDialog workspaceId={request.workspaceId} like={request.like ?? null} />;
    case 'store-secret':
      return (
        <StoreSecretDialog
          created={request.created}
          workspace={request.workspace}
          next={request.next ?? null}
        />
      );
    case 'rename-key':
      return <RenameDialog subject={request.key} />;
    case 'edit-scope':
      return <EditScopeDialog subject={request.key} />;
    case 'edit-details':
      return <EditDetailsDialog subject={request.key} />;
    case 'ghost-keys':
      return <GhostKeysDialog />;
    case 'delete-ghost':
      return <DeleteGhostDialog ghost={request.ghost} candidate={request.candidate} />;
    case 'roll-key':
      return <RollDialog subject={request.key} />;
    case 'delete-key':
      return <DeleteDialog subject={request.key} />;
    case 'level-load':
      return <LevelLoadDialog workspaceId={request.workspaceId} />;
    case 'plan-deletion':
      return <PlanDialog subject={request.key} />;
    case 'snooze':
      return <SnoozeDialog selection={request.selection} count={request.count} subject={request.key} />;
    case 'policies':
      return <PoliciesDialog first={request.workspaceId} />;
    case 'key-policy':
      return <KeyPolicyDialog subject={request.key} />;
    case 'bulk':
      return <BulkDialog action={request.action} selection={request.selection} count={request.count} />;
    case 'bulk-job':
      return <JobDialog key={request.job.id} job={request.job} />;
    case 'start-runs':
      return <StartDialog keyIds={request.keyIds} />;
    case 'compromised':
      return <CompromisedDialog key={request.key.id} subject={request.key} plan={request.plan} />;
    case 'run':
      return <RunDialog key={request.run.id} run={request.run} />;
    case 'run-question':
      return <RunQuestionDialog run={request.run} question={request.question} />;
    case 'runs-together':
      return <TogetherDialog run={request.run} refused={request.refused ?? []} />;
    case 'delete-together':
      return <DeleteTogetherDialog runs={request.runs} back={request.back} />;
  }
}
