/** The application menu: every command, with its shortcut from the table that the window listens by. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, chordsOf } from '#shared/shortcuts.ts';

export function setApplicationMenu(send: (command: Command) => void): void {
  const mac = process.platform === 'darwin';
  const item = (label: string, command: Command): MenuItemConstructorOptions => {
    const accelerator = acceleratorOf(command);
    return { label, ...(accelerator && { accelerator }), click: () => send(command) };
  };
  const workspaces = Array.from({ length: 9 }, (_, index) =>
    item(`Workspace ${index + 1}`, { command: 'go-to-workspace', position: index + 1 }),
  );
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        item('New key…', { command: 'new-key' }),
        item('Connect a workspace…', { command: 'connect' }),
        { type: 'separator' },
        item('Level load…', { command: 'level-load' }),
        item('Export rotation calendar…', { command: 'export-calendar' }),
        { type: 'separator' },
        mac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: [
        item('Command palette…', { command: 'palette' }),
        item('Search keys', { command: 'search' }),
        item('Save search…', { command: 'save-search' }),
        { type: 'separator' },
        item('All workspaces', { command: 'go-to-workspace', position: 0 }),
        ...workspaces,
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        // Reloading is harmless but pointless for users; the tools would let anyone at the desk look inside.
        ...(app.isPackaged ? [] : [{ type: 'separator' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('Keyboard shortcuts', { command: 'shortcuts' })] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** Only with Command or Ctrl: the menu would take a bare key away from the field it is typed into. */
function acceleratorOf(command: Command): string | undefined {
  const chord = chordsOf(command).find(({ primary }) => primary);
  return chord && ['CmdOrCtrl', ...(chord.shift ? ['Shift'] : []), chord.key].join('+');
}
