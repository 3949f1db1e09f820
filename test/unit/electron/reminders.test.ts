/** What reminders ask of the system, against the stand-in for Electron, as each of the three systems has it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => (await import('../../../src/standin/electron/index.ts')).electron);

const { records } = await import('../../../src/standin/electron/records.ts');
const { StandinMenu } = await import('../../../src/standin/electron/menu.ts');
const { app } = await import('../../../src/standin/electron/app.ts');
const { createBadge } = await import('../../../src/main/electron/badge.ts');
const { createTray, plainLabel } = await import('../../../src/main/electron/tray.ts');
const { showNotification } = await import('../../../src/main/electron/notifications.ts');

const asked: string[] = [];
const icons = ((name: string) => asked.push(name) && { name }) as never;
const did: string[] = [];

beforeEach(() => {
  records.length = 0;
  asked.length = 0;
  did.length = 0;
});

/** The last call of this name. */
const last = (call: string) => records.findLast((record) => record.call === call)?.args[0];

function trayOn(platform: NodeJS.Platform) {
  return createTray({
    icons,
    platform,
    show: (then) => {
      did.push('window');
      then();
    },
    quit: () => did.push('quit'),
    report: (error) => did.push(String(error)),
  });
}

function menu() {
  const shown = last('Tray.setContextMenu');
  if (!(shown instanceof StandinMenu)) throw new Error('The tray has no menu.');
  return shown.items;
}

describe('the tray', () => {
  it('lists what it is given, then opens and quits', () => {
    trayOn('linux').fill('3 keys are due', [
      { label: 'nightly-export', onClick: () => did.push('nightly-export') },
    ]);
    expect(menu().map(({ label, type }) => label || type)).toEqual([
      'nightly-export',
      'separator',
      'Open Latchkey',
      'Quit',
    ]);
    menu()[0]?.click();
    menu()[2]?.click();
    menu()[3]?.click();
    expect(did).toEqual(['window', 'nightly-export', 'window', 'quit']);
    expect(last('Tray.setToolTip')).toBe('3 keys are due');
  });

  it('has no separator over nothing, and keeps a tip short enough for Windows', () => {
    trayOn('win32').fill('a'.repeat(300), []);
    expect(menu().map(({ label }) => label)).toEqual(['Open Latchkey', 'Quit']);
    expect(last('Tray.setToolTip')).toHaveLength(120);
  });

  it.each([
    ['linux', ['tray.png'], 'tray-due.png', 'tray.png'],
    ['win32', ['tray.ico'], 'tray-due.ico', 'tray.ico'],
  ] as const)('has a dot on its icon on %s while something is due', (platform, first, due, none) => {
    const tray = trayOn(platform);
    expect(asked).toEqual(first);
    tray.mark(2);
    expect(last('Tray.setImage')).toEqual({ name: due });
    tray.mark(0);
    expect(last('Tray.setImage')).toEqual({ name: none });
  });

  it('writes the figure beside a template on macOS', () => {
    const tray = trayOn('darwin');
    expect(asked).toEqual(['trayTemplate.png']);
    tray.mark(14);
    expect(last('Tray.setTitle')).toBe('14');
    tray.mark(0);
    expect(last('Tray.setTitle')).toBe('');
    expect(last('Tray.setImage')).toBeUndefined();
  });

  it('is opened by a click where a click does not open its menu', () => {
    trayOn('win32');
    (last('Tray') as NodeJS.EventEmitter).emit('click');
    expect(did).toEqual(['window']);
    trayOn('darwin');
    (last('Tray') as NodeJS.EventEmitter).emit('click');
    expect(did).toEqual(['window']);
  });

  it('shows names as they are', () => {
    expect(plainLabel('R&D\n  export')).toBe('R&&D export');
    expect([...plainLabel('🔑'.repeat(70))]).toHaveLength(64);
  });

  it('is simply not there where the system refuses it', () => {
    const refuse = () => {
      throw new Error('no tray here');
    };
    const tray = createTray({
      icons: refuse as never,
      platform: 'linux',
      show: refuse,
      quit: refuse,
      report: (error) => did.push(String(error)),
    });
    tray.fill('Latchkey', []);
    tray.mark(3);
    expect(did).toEqual(['Error: no tray here']);
    expect(last('Tray.setContextMenu')).toBeUndefined();
  });
});

describe('the figure on the icon', () => {
  it('is a number on macOS and Linux', () => {
    createBadge(icons, 'darwin')(4);
    expect(last('app.setBadgeCount')).toBe(4);
    createBadge(icons, 'linux')(0);
    expect(last('app.setBadgeCount')).toBe(0);
  });

  it('is a picture on the taskbar’s button on Windows, also on one that comes later', () => {
    const overlays: unknown[][] = [];
    const shown = new Promise<() => void>((resolve) => {
      createBadge(icons, 'win32')(12);
      app.emit(
        'browser-window-created',
        {},
        {
          once: (_event: string, listener: () => void) => resolve(listener),
          setOverlayIcon: (...args: unknown[]) => overlays.push(args),
        },
      );
    });
    return shown.then((show) => {
      show();
      expect(overlays).toEqual([[{ name: 'badge-more.png' }, 'Reminders: 12']]);
      expect(last('app.setBadgeCount')).toBeUndefined();
    });
  });
});

describe('a notification', () => {
  const notice = (title: string) => ({ title, body: 'Look at them today.', onClick: () => did.push(title) });
  const report = (error: unknown) => did.push(String(error));

  it('is clicked, and gives way to the next', () => {
    showNotification(notice('3 keys are due'), icons, report);
    const first = last('Notification.show') as NodeJS.EventEmitter;
    expect(first).toMatchObject({ title: '3 keys are due', body: 'Look at them today.' });
    first.emit('click');
    showNotification(notice('5 keys are due'), icons, report);
    expect(last('Notification.close')).toBe(first);
    expect(did).toEqual(['3 keys are due']);
  });

  it('that the system did not show is reported', () => {
    showNotification(notice('3 keys are due'), icons, report);
    (last('Notification.show') as NodeJS.EventEmitter).emit('failed', {}, 'not signed');
    expect(did).toEqual(['Error: The notification was not shown: not signed']);
  });
});
