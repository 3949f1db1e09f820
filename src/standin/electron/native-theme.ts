/** Light or dark: what the application wants goes to every page, what the system prefers comes from them. */
import type { NativeTheme } from 'electron';
import type { Page } from '../window/page.ts';
import { NamedEmitter } from './named.ts';

type Shown = Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>;
const DARK = "matchMedia('(prefers-color-scheme: dark)').matches";

type Source = NativeTheme['themeSource'];

export class StandinTheme extends NamedEmitter implements Shown {
  static override readonly name = 'nativeTheme';
  readonly #pages = new Set<Page>();
  #source: Source = 'system';
  #systemDark = false;

  constructor() {
    super(['updated']);
  }

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source))
      throw new TypeError(`Unknown theme source '${source}'`);
    if (source === this.#source) return;
    this.#source = source;
    for (const page of this.#pages) void this.#emulate(page);
    this.emit('updated');
  }

  /** Light until the first page has told what the system prefers. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? this.#systemDark : this.#source === 'dark';
  }

  /** For windows: what a page sees of the system's preference; nobody else here can ask for it. */
  systemIs(dark: boolean): void {
    if (this.#source !== 'system' || dark === this.#systemDark) return;
    this.#systemDark = dark;
    this.emit('updated');
  }

  /** For windows, before the first document. */
  async adopt(page: Page): Promise<void> {
    this.#pages.add(page);
    void page.gone.then(() => this.#pages.delete(page));
    if (this.#source !== 'system') await this.#emulate(page);
  }

  async #emulate(page: Page): Promise<void> {
    const value = this.#source === 'system' ? '' : this.#source;
    const features = [{ name: 'prefers-color-scheme', value }];
    try {
      await page.session.send('Emulation.setEmulatedMedia', { features });
      // While a theme was set the page could not see what the system prefers.
      if (this.#source === 'system') this.systemIs((await page.evaluate(DARK)) === true);
    } catch {
      // A window that closes needs no colours, and one between two documents reports by itself in the next.
    }
  }
}

export const nativeTheme = new StandinTheme();
