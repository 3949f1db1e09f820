import { spawn } from 'node:child_process';
import type { Shell } from 'electron';
import { configuration } from '../configuration.ts';
import { Named } from './named.ts';
import { record } from './records.ts';

type Shown = Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

export class StandinShell extends Named implements Shown {
  static override readonly name = 'shell';

  /** Resolves when the opener has started; rejects when there is none. */
  async openExternal(url: string): Promise<void> {
    record('shell.openExternal', url);
    // Tests set the variable: they want to know what would be opened, not a browser on the developer's screen.
    if (configuration.headless || process.env.LATCHKEY_STANDIN_RECORD) return;
    const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
    await new Promise<void>((resolve, reject) => {
      const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
      child.once('error', reject);
      child.once('spawn', resolve);
      child.unref();
    });
  }

  /** Resolves with an empty text, which is how Electron says that it worked. */
  async openPath(path: string): Promise<string> {
    record('shell.openPath', path);
    return '';
  }

  showItemInFolder(path: string): void {
    record('shell.showItemInFolder', path);
  }
}

export const shell = new StandinShell();
