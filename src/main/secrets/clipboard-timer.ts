/** Takes a secret off the clipboard again after a while, and never anything else. */
import { randomBytes } from 'node:crypto';
import type { ClipboardGuard } from './clipboard-guard.ts';
import { markOfText } from './clipboard-mark.ts';
import type { ClipboardPort } from './clipboard-port.ts';
import type { Timer } from './timer.ts';

/** `cleared`: we took it off. `replaced`: something else was there by then and was left alone. */
export type ClipboardEnd = 'cleared' | 'replaced';

type Needs = {
  clipboard: ClipboardPort;
  timer: Timer;
  /** Does it in our place when this process is killed. */
  guard: ClipboardGuard;
  /** Milliseconds that a copy may stay. */
  clearAfter: number;
  onEnd: (handOverId: string, state: ClipboardEnd) => void;
};
type Copy = { handOverId: string; mark: string; clearsAt: Date; cancel: () => void };

/** Another program can hold the clipboard for a moment (Windows); then it is tried again. */
const retryAfter = 1_000;

/**
 * Knows what it copied only by its HMAC under a key of this process, so that no plain text waits here. It belongs to
 * no dialog: the clock runs on when the dialog closes or the window locks.
 */
export class ClipboardTimer {
  readonly #needs: Needs;
  readonly #key = randomBytes(32);
  #copy: Copy | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Answers when the clipboard will be cleared. Only the newest copy has a timer: an older one is replaced by it. */
  async copy(handOverId: string, text: string): Promise<Date> {
    const { clipboard, timer, guard, clearAfter, onEnd } = this.#needs;
    // Set aside before writing: its timer could otherwise take the new text for its own when both are the same.
    const older = this.#copy;
    older?.cancel();
    this.#copy = null;
    const clearsAt = new Date(timer.now().getTime() + clearAfter);
    const copy: Copy = { handOverId, mark: this.#markOf(text), clearsAt, cancel: () => undefined };
    try {
      // Watched before it is there: from the first moment on, a kill leaves nothing behind.
      await this.#watch(copy);
      await clipboard.writeText(text, { sensitive: true });
    } catch (error) {
      if (older) await this.#watch(older);
      else guard.release();
      if (older) this.#start(older);
      throw error;
    }
    this.#start(copy);
    if (older && older.handOverId !== handOverId) onEnd(older.handOverId, 'replaced');
    return clearsAt;
  }

  /** For quitting and locking: does now what the timer would do later. Rejects when the clipboard cannot be read. */
  async clearNow(): Promise<void> {
    const copy = this.#copy;
    if (!copy) return;
    copy.cancel();
    try {
      await this.#end(copy);
    } catch (error) {
      if (this.#copy === copy) this.#schedule(copy, retryAfter);
      throw error;
    }
  }

  /** Whether a text of ours may still be on the clipboard. */
  get isWaiting(): boolean {
    return this.#copy !== null;
  }

  #watch({ mark, clearsAt }: Copy): Promise<void> {
    const { guard } = this.#needs;
    return guard.watch({ key: this.#key.toString('base64'), mark, clearsAt: clearsAt.toISOString() });
  }

  #start(copy: Copy): void {
    this.#copy = copy;
    this.#schedule(copy, Math.max(0, copy.clearsAt.getTime() - this.#needs.timer.now().getTime()));
  }

  #schedule(copy: Copy, delay: number): void {
    copy.cancel = this.#needs.timer.after(delay, () => {
      this.#end(copy).catch(() => {
        if (this.#copy === copy) this.#schedule(copy, retryAfter);
      });
    });
  }

  async #end(copy: Copy): Promise<void> {
    const { clipboard, guard, onEnd } = this.#needs;
    const text = await clipboard.readText();
    // Another copy may have come while the clipboard was being read; that one has a timer of its own.
    if (this.#copy !== copy) return;
    const isOurs = this.#markOf(text) === copy.mark;
    if (isOurs) await clipboard.clear();
    if (this.#copy !== copy) return;
    this.#copy = null;
    guard.release();
    onEnd(copy.handOverId, isOurs ? 'cleared' : 'replaced');
  }

  #markOf(text: string): string {
    return markOfText(this.#key, text);
  }
}
