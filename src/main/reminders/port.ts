/** What reminders need of the system around the window. Plain text only, and never anything of a secret. */
export type ReminderPort = {
  /** One notification; it takes the place of the one before. A click brings the window to the front, then calls `onClick`. */
  notify(notification: Notice): void;
  /** The figure on the application's icon and in the tray; 0 takes it away. */
  setBadge(count: number): void;
  /** Replaces what the tray says. *Open Latchkey* and *Quit* stand below the items by themselves. */
  setTray(tray: { tooltip: string; items: TrayItem[] }): void;
};

export type Notice = { title: string; body: string; onClick: () => void };

/** A press brings the window to the front, then calls `onClick`. */
export type TrayItem = { label: string; onClick: () => void };
