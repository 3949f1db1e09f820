/** Does what was chosen in the palette, once the palette is out of the way. */

import type { KeyDetail } from '#shared/domain/key.ts';
import { run } from '../../app/commands.ts';
import { openDialog } from '../../app/dialogs.ts';
import { focusMainList, goToScreen } from '../../app/screen-store.ts';
import type { KeyAction } from '../inventory/details/action-rules.ts';
import { askToProtect, setDisabled } from '../inventory/details/key-change.ts';
import { selectKey } from '../inventory/selection-store.ts';
import { showWorkspace, useView } from '../inventory/view-store.ts';
import { syncNow } from '../sync/sync-store.ts';
import type { Choice } from './entries.ts';

export function choose(choice: Choice): void {
  switch (choice.kind) {
    case 'action':
      act(choice.action, choice.key);
      break;
    case 'command':
      run(choice.command);
      break;
    case 'sync':
      void syncNow(useView.getState().workspaceId);
      break;
    case 'workspace':
      showWorkspace(choice.workspaceId);
      focusMainList();
      break;
    case 'key':
      goToScreen('inventory');
      void selectKey(choice.keyId);
      focusMainList();
      break;
  }
}

function act(action: KeyAction, key: KeyDetail): void {
  switch (action) {
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
    case 'delete':
      openDialog({ kind: 'delete-key', key });
      break;
  }
}
