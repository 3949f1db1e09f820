/** Does what was chosen in the palette, once the palette is out of the way. */

import { flushSync } from 'react-dom';
import type { KeyDetail } from '#shared/domain/key.ts';
import { run } from '../../app/commands.ts';
import { openDialog } from '../../app/dialogs.ts';
import { focusMainList, goToScreen } from '../../app/screen-store.ts';
import { markCompromised } from '../incidents/incident-actions.ts';
import type { KeyAction } from '../inventory/details/action-rules.ts';
import { askToProtect, setDisabled } from '../inventory/details/key-change.ts';
import { selectKey } from '../inventory/selection-store.ts';
import { showWorkspace, useView } from '../inventory/view-store.ts';
import { openRun, rotateKeys } from '../runs/run-actions.ts';
import { showSavedSearch } from '../saved-searches/saved-search-actions.ts';
import { syncNow } from '../sync/sync-store.ts';
import type { Choice } from './entries.ts';

export function choose(choice: Choice): void {
  switch (choice.kind) {
    case 'action':
      act(choice.action, choice.key);
      break;
    case 'details':
      openDialog({ kind: 'edit-details', key: choice.key });
      break;
    case 'command':
      run(choice.command);
      break;
    case 'cli-import':
      openDialog({ kind: 'cli-import' });
      break;
    case 'compromised':
      void markCompromised(choice.keyId);
      break;
    case 'run':
      void openRun(choice.runId);
      break;
    case 'dialog':
      openDialog(choice.request);
      break;
    case 'sync':
      void syncNow(useView.getState().workspaceId);
      break;
    case 'screen':
      moveTo(() => goToScreen(choice.screen));
      break;
    case 'search':
      moveTo(() => showSavedSearch(choice.saved));
      break;
    case 'workspace':
      moveTo(() => showWorkspace(choice.workspaceId));
      break;
    case 'key':
      moveTo(() => {
        goToScreen('inventory');
        void selectKey(choice.keyId);
      });
      break;
  }
}

/** With the keyboard: another screen has to stand there before its list can take the focus. */
function moveTo(show: () => void): void {
  flushSync(show);
  focusMainList();
}

function act(action: KeyAction, key: KeyDetail): void {
  switch (action) {
    case 'rotate':
      void rotateKeys([key.id]);
      break;
    case 'compromised':
      void markCompromised(key.id);
      break;
    case 'edit-scope':
      openDialog({ kind: 'edit-scope', key });
      break;
    case 'rename':
      openDialog({ kind: 'rename-key', key });
      break;
    case 'disable':
    case 'enable':
      void setDisabled(key, action === 'disable');
      break;
    case 'protect':
      askToProtect(key.id);
      break;
    case 'roll':
      openDialog({ kind: 'roll-key', key });
      break;
    case 'delete':
      openDialog({ kind: 'delete-key', key });
      break;
  }
}
