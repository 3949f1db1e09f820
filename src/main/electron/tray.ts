/** The entry in the tray (Windows, Linux) or the menu bar (macOS). */
import { Menu, type MenuItemConstructorOptions, Tray } from 'electron';
import type { TrayItem } from '../reminders/port.ts';
import type { Icons } from './icons.ts';

type Parts = {
  icons: Icons;
  platform: NodeJS.Platform;
  /** Brings the window to the front, then calls. */
  show: (then: () => void) => void;
  quit: () => void;
  report: (error: unknown) => void;
};

/** Held here, because a tray that was collected vanishes from the screen. */
let tray: Tray | null = null;

/** Windows cuts a longer tip off in the middle of a word, or shows none. */
const longestTip = 120;
const longestLabel = 64;

/**
 * Some Linux desktops have no tray: then there is simply none, and nothing here fails. Nothing may depend on it either,
 * so closing the window never hides Latchkey in a tray that may not be there.
 */
export function createTray({ icons, platform, show, quit, report }: Parts) {
  const image = (due: boolean) => {
    if (platform === 'darwin') return icons('trayTemplate.png');
    return icons(`tray${due ? '-due' : ''}.${platform === 'win32' ? 'ico' : 'png'}`);
  };
  tray = null;
  try {
    tray = new Tray(image(false));
    // On macOS the click opens the menu.
    if (platform !== 'darwin') tray.on('click', () => show(() => undefined));
  } catch (error) {
    report(error);
  }

  return {
    fill(tooltip: string, items: TrayItem[]): void {
      const template: MenuItemConstructorOptions[] = [
        ...items.map(({ label, onClick }) => ({ label: plainLabel(label), click: () => show(onClick) })),
        ...(items.length > 0 ? [{ type: 'separator' } as const] : []),
        { label: 'Open Latchkey', click: () => show(() => undefined) },
        { label: 'Quit', click: quit },
      ];
      tray?.setToolTip(shortened(tooltip, longestTip));
      // As a whole: Linux shows no change of a menu that it already has.
      tray?.setContextMenu(Menu.buildFromTemplate(template));
    },

    /** macOS writes the figure beside the icon, the others have a dot on it. */
    mark(count: number): void {
      if (platform === 'darwin')
        tray?.setTitle(count > 0 ? String(count) : '', { fontType: 'monospacedDigit' });
      else tray?.setImage(image(count > 0));
    },
  };
}

/** A name as it is: a single `&` would underline the letter after it, and a line break would cut the menu in two. */
export function plainLabel(text: string): string {
  return shortened(text, longestLabel).replaceAll('&', '&&');
}

/** In whole characters, also of names in emoji. */
function shortened(text: string, longest: number): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length > longest
    ? `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : characters.join('');
}
