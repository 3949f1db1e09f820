import type { DownloadItem } from 'electron';
import { addresses } from '../window/address.ts';
import { Named } from './named.ts';

type Shown = Pick<DownloadItem, 'getURL' | 'getFilename' | 'getState' | 'cancel'>;

/** A file that a page wanted to save. Chromium refuses all of them, so it is cancelled from the start. */
export class StandinDownload extends Named implements Shown {
  static override readonly name = 'DownloadItem';
  readonly #url: string;
  readonly #fileName: string;

  constructor(browserUrl: string, fileName: string) {
    super();
    this.#url = addresses.toApplication(browserUrl);
    this.#fileName = fileName;
  }

  getURL(): string {
    return this.#url;
  }

  getFilename(): string {
    return this.#fileName;
  }

  getState(): 'cancelled' {
    return 'cancelled';
  }

  /** Nothing is left to be cancelled. */
  cancel(): void {}
}
