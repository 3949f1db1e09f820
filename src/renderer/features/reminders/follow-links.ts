/** Where a press outside of the window leads: the keys a notification was about, or the key in the tray. */
import { flushSync } from 'react-dom';
import { useDialogs } from '../../app/dialogs.ts';
import { focusMainList, goToScreen } from '../../app/screen-store.ts';
import { bridge } from '../../lib/bridge.ts';
import { selectKey } from '../inventory/selection-store.ts';
import { showSearch } from '../inventory/view-store.ts';

export function followReminderLinks(): () => void {
  const stops = [
    bridge().onRemindersOpen(({ search, screen }) =>
      goTo(() => {
        goToScreen(screen);
        showSearch(search, null);
      }),
    ),
    bridge().onRemindersOpenKey(({ keyId }) =>
      goTo(() => {
        goToScreen('inventory');
        void selectKey(keyId);
      }),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Behind an open dialog the list moves all the same, and the keyboard stays in the dialog. */
function goTo(show: () => void): void {
  flushSync(show);
  if (useDialogs.getState().open === null) focusMainList();
}
