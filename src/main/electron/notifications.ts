/** Desktop notifications. */
import { Notification, type NotificationConstructorOptions } from 'electron';
import type { Notice } from '../reminders/port.ts';
import type { Icons } from './icons.ts';

/** Held here, because the click on a notification that was collected is lost. */
let latest: Notification | null = null;

/** Nothing is shown where the system has no notifications; a failure to show one is reported and disturbs nobody. */
export function showNotification({ title, body, onClick }: Notice, icons: Icons, report: Report): void {
  if (!Notification.isSupported()) return;
  latest?.close();
  const options: NotificationConstructorOptions = { title, body };
  // macOS and Windows show the application's own icon, Linux none; its default urgency is the one for trifles.
  if (process.platform === 'linux') Object.assign(options, { icon: icons('tray@2x.png'), urgency: 'normal' });
  latest = new Notification(options);
  latest.on('click', onClick);
  latest.on('failed', (_event, error) => report(new Error(`The notification was not shown: ${error}`)));
  latest.show();
}

type Report = (error: unknown) => void;
