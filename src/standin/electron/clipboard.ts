import type { Clipboard } from 'electron';
import { Named } from './named.ts';

type Shown = Pick<Clipboard, 'readText' | 'writeText' | 'clear'>;

/** Kept in this process's memory: Chromium hands the system's clipboard only to a page that has the focus. */
export class StandinClipboard extends Named implements Shown {
  static override readonly name = 'clipboard';
  #text = '';

  async readText(): Promise<string> {
    return this.#text;
  }

  async writeText(text: string): Promise<void> {
    this.#text = text;
  }

  /** At once, unlike its two sisters: Electron 45 declares it so. */
  clear(): void {
    this.#text = '';
  }
}

export const clipboard = new StandinClipboard();
