/** What Latchkey shows outside of its window, as the stand-in records it; a real Electron shows it to nobody a test could ask. */
import type { Page } from '@playwright/test';
import type { Host } from './host.ts';

type Recorded = { standin: { records: { call: string; args: unknown[] }[] } };
type Shown = { title: string; body: string; emit: (event: 'click') => void };

export type Outside = {
  notifications: { title: string; body: string }[];
  badge: number;
  tray: string[];
};

/** All notifications since the start, the figure on the icon, and the tray's entries as they are now. */
export function lookOutside(host: Pick<Host, 'evalMain'>): Promise<Outside> {
  return host.evalMain((electron) => {
    const { records } = (electron as unknown as Recorded).standin;
    const last = (call: string) => records.findLast((record) => record.call === call)?.args[0];
    const menu = last('Tray.setContextMenu') as { items: { label: string }[] } | undefined;
    return {
      notifications: records
        .filter(({ call }) => call === 'Notification.show')
        .map(({ args }) => ({ title: (args[0] as Shown).title, body: (args[0] as Shown).body })),
      badge: Number(last('app.setBadgeCount') ?? 0),
      tray: (menu?.items ?? []).map(({ label }) => label),
    };
  });
}

export function pressNotification(host: Pick<Host, 'evalMain'>): Promise<void> {
  return host.evalMain((electron) => {
    const { records } = (electron as unknown as Recorded).standin;
    (records.findLast(({ call }) => call === 'Notification.show')?.args[0] as Shown | undefined)?.emit(
      'click',
    );
  });
}

/** `position`: of the entry, the first being 0. */
export function pressTray(host: Pick<Host, 'evalMain'>, position: number): Promise<void> {
  return host.evalMain((electron, position) => {
    const { records } = (electron as unknown as Recorded).standin;
    const menu = records.findLast(({ call }) => call === 'Tray.setContextMenu')?.args[0] as {
      items: { click: () => void }[];
    };
    menu.items[position]?.click();
  }, position);
}

/** A time zone in which it is about noon now, so that the summary of the day has its hour and midnight is far. */
export function noonZone(now = new Date()): string {
  return zoneName(12 - now.getUTCHours());
}

/** A time zone in which it is about three at night now, so that no summary comes. */
export function nightZone(now = new Date()): string {
  const ahead = (27 - now.getUTCHours()) % 24;
  // None is further ahead than fourteen hours.
  return zoneName(ahead > 14 ? ahead - 24 : ahead);
}

/** `ahead`: of UTC, in hours. */
function zoneName(ahead: number): string {
  // The names of these zones count the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

export const reminderGrid = (page: Page) => page.getByRole('grid', { name: 'Reminders' });
