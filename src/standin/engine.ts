/** The one Chromium of this process: started once, when the application may have windows, and ended with it. */
import { Browser } from './chromium/browser.ts';
import { configuration } from './configuration.ts';

type Lost = (reason: string, started: boolean) => void;

class Engine {
  #starting: Promise<Browser> | undefined;
  #stopping = false;
  #onLost: Lost = () => undefined;

  /** What to do when Chromium cannot start (`started` is false) or breaks down later. */
  onLost(listener: Lost): void {
    this.#onLost = listener;
  }

  /** @param userData the folder as it is now; a later `app.setPath` has no effect on a running browser */
  start(userData: string): Promise<Browser> {
    this.#starting ??= this.#launch(userData);
    return this.#starting;
  }

  /** Ends Chromium if it runs; resolves when no process of it is left. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const browser = await this.#starting?.catch(() => undefined);
    await browser?.close();
  }

  async #launch(userData: string): Promise<Browser> {
    const { headless, debuggingPort } = configuration;
    try {
      const browser = new Browser({ userData, headless, debuggingPort }, process.env);
      await browser.start();
      browser.ended.then(({ clean, words }) => {
        // Without windows Chromium may leave in peace; the next window starts it again.
        this.#starting = undefined;
        if (!this.#stopping && !clean) this.#onLost(`Chromium ended: ${words}`, true);
      });
      return browser;
    } catch (error) {
      this.#onLost(error instanceof Error ? error.message : String(error), false);
      throw error;
    }
  }
}

export const engine = new Engine();
