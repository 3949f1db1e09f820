/** The system's browser as the application sees it: pages are handed to it, and no window comes up. The test plays the person. */
import { expect } from '@playwright/test';
import type { Host } from './host.ts';

type Stand = { opened: string[]; isThere: boolean };

/** From now on, on either host. `isThere` false: as on a computer without a browser. */
export async function standInForBrowser(host: Host) {
  await host.evalMain((electron) => {
    const stand: Stand = { opened: [], isThere: true };
    Object.assign(globalThis, { browserStand: stand });
    electron.shell.openExternal = async (url: string) => {
      if (!stand.isThere) throw new Error('There is no browser.');
      stand.opened.push(url);
    };
  });
  const opened = () =>
    host.evalMain(
      () => (globalThis as unknown as { browserStand: { opened: string[] } }).browserStand.opened,
    );

  return {
    /** The newest page, once there are `count`. */
    async page(count = 1): Promise<string> {
      await expect.poll(async () => (await opened()).length).toBe(count);
      return (await opened()).at(-1) ?? '';
    },
    isThere: (isThere: boolean) =>
      host.evalMain((_, is) => {
        (globalThis as unknown as { browserStand: { isThere: boolean } }).browserStand.isThere = is;
      }, isThere),
  };
}
