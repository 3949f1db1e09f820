/** Menus as data: nothing is drawn, but every item can be clicked and its keys pressed. */
import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron';
import type { KeyPress } from '../page/messages.ts';
import { isPressed, parseAccelerator } from './accelerators.ts';
import { app } from './app.ts';
import { Named, StandinEvent } from './named.ts';
import { record } from './records.ts';

/** Electron takes a submenu as a template or as a menu made before. */
type Options = Omit<MenuItemConstructorOptions, 'submenu'> & {
  submenu?: MenuItemConstructorOptions['submenu'] | StandinMenu;
};
/** The window that had the focus; menus must not know the class, which knows them. */
type ClickedWindow = { close(): void; minimize(): void; reload(): void; readonly webContents: object };
type Template = readonly (Options | StandinMenuItem)[];

/** Roles that act on their own; those for editing are Chromium's own keys. */
const ROLES: Record<string, { keys?: string; run?: (window: ClickedWindow | undefined) => void }> = {
  quit: { keys: 'CmdOrCtrl+Q', run: () => app.quit() },
  close: { keys: 'CmdOrCtrl+W', run: (window) => window?.close() },
  minimize: { keys: 'CmdOrCtrl+M', run: (window) => window?.minimize() },
  reload: { keys: 'CmdOrCtrl+R', run: (window) => window?.reload() },
};

export class StandinMenuItem
  extends Named
  implements Partial<Pick<MenuItem, 'id' | 'label' | 'type' | 'role'>>
{
  static override readonly name = 'MenuItem';
  readonly id: string;
  label: string;
  readonly type: NonNullable<MenuItem['type']>;
  readonly role: NonNullable<MenuItem['role']>;
  readonly accelerator: string | undefined;
  readonly submenu: StandinMenu | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Options['click'];

  constructor(options: Options) {
    super();
    const { submenu, role } = options;
    this.id = options.id ?? '';
    this.role = role as NonNullable<MenuItem['role']>;
    this.label = options.label ?? role ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator ?? ROLES[role ?? '']?.keys;
    this.submenu = Array.isArray(submenu) ? StandinMenu.buildFromTemplate(submenu) : (submenu as StandinMenu);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  /** What a person does with the mouse; nothing when the item is disabled. */
  click(event: object = new StandinEvent(), window?: ClickedWindow): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    // Electron's own types name its own classes, for which ours stand in.
    const own = this.#click as ((item: StandinMenuItem, window: unknown, event: object) => void) | undefined;
    if (own) own(this, window, event);
    else ROLES[this.role ?? '']?.run?.(window);
  }
}

export class StandinMenu extends Named implements Pick<Menu, 'popup' | 'closePopup'> {
  static override readonly name = 'Menu';
  static #application: StandinMenu | null = null;
  readonly items: StandinMenuItem[] = [];

  static buildFromTemplate(template: Template): StandinMenu {
    const menu = new StandinMenu();
    for (const entry of template) {
      menu.append(entry instanceof StandinMenuItem ? entry : new StandinMenuItem(entry));
    }
    return menu;
  }

  static setApplicationMenu(menu: StandinMenu | null): void {
    StandinMenu.#application = menu;
  }

  static getApplicationMenu(): StandinMenu | null {
    return StandinMenu.#application;
  }

  append(item: StandinMenuItem): void {
    this.items.push(item);
  }

  /** Looks into submenus too. */
  getMenuItemById(id: string): StandinMenuItem | null {
    return allItems(this).find((item) => item.id === id) ?? null;
  }

  /** Nothing to see; the record holds the menu, whose items can be clicked. */
  popup(): void {
    record('Menu.popup', this);
  }

  closePopup(): void {
    record('Menu.closePopup', this);
  }
}

function allItems(menu: StandinMenu): StandinMenuItem[] {
  return menu.items.flatMap((item) => [item, ...(item.submenu ? allItems(item.submenu) : [])]);
}

/** For windows: a key that the page left alone goes to the application menu. */
export function pressKeys(pressed: KeyPress, window: ClickedWindow): void {
  const menu = StandinMenu.getApplicationMenu();
  const hit =
    menu &&
    allItems(menu).find(({ accelerator, enabled }) =>
      enabled && accelerator ? isPressed(parseAccelerator(accelerator), pressed) : false,
    );
  hit?.click(new StandinEvent(), window);
}
