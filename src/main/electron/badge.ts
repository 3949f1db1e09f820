/** The figure on the application's icon, in the way each system has one. */
import { app, type BrowserWindow } from 'electron';
import type { Icons } from './icons.ts';
import { allWindows } from './window.ts';

/** macOS has it on the Dock, Linux on docks that know it; Windows lays a small picture over the taskbar's button. */
export function createBadge(icons: Icons, platform: NodeJS.Platform): (count: number) => void {
  if (platform !== 'win32') return (count) => void app.setBadgeCount(count);

  let shown = 0;
  const overlay = (window: BrowserWindow) =>
    shown > 0
      ? window.setOverlayIcon(icons(`badge-${shown > 9 ? 'more' : shown}.png`), `Reminders: ${shown}`)
      : window.setOverlayIcon(null, '');
  // The button belongs to the window and comes with it.
  app.on('browser-window-created', (_event, window) => window.once('show', () => overlay(window)));
  return (count) => {
    shown = count;
    for (const window of allWindows()) overlay(window);
  };
}
