/** Reminders as Electron shows them: notification, figure on the icon, tray. */
import type { BrowserWindow } from 'electron';
import type { ReminderPort } from '../reminders/port.ts';
import { createBadge } from './badge.ts';
import { iconsIn } from './icons.ts';
import { showNotification } from './notifications.ts';
import { createTray } from './tray.ts';
import { showWindow } from './window.ts';

type Parts = {
  /** The folder with the pictures. */
  icons: string;
  /** Opens the main window, for when somebody closed it. */
  open: () => BrowserWindow;
  quit: () => void;
  report: (error: unknown) => void;
};

/** From the start on there is a tray with *Open Latchkey* and *Quit*. Must run after `ready`. */
export function systemReminders({ icons: folder, open, quit, report }: Parts): ReminderPort {
  const icons = iconsIn(folder);
  const { platform } = process;
  const show = (then: () => void) => void showWindow(open).then(then).catch(report);
  const badge = createBadge(icons, platform);
  const tray = createTray({ icons, platform, show, quit, report });
  tray.fill('Latchkey', []);

  return {
    notify: (notice) => showNotification({ ...notice, onClick: () => show(notice.onClick) }, icons, report),
    setBadge(count) {
      badge(count);
      tray.mark(count);
    },
    setTray: ({ tooltip, items }) => tray.fill(tooltip, items),
  };
}
