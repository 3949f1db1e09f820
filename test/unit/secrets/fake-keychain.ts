/** A keychain with faults on demand: locked, with an open prompt, gone. It behaves as keytar on Linux was seen to. */
import type { SecretDriver } from '../../../src/main/secrets/drivers/driver.ts';

type Mode = 'open' | 'locked' | 'absent' | 'refused' | 'prompting';

/** The texts of keytar 7.9 on gnome-keyring. */
const lockedText = 'Cannot create an item in a locked collection';
const absentText = 'The name org.freedesktop.secrets was not provided by any .service files';

export class FakeKeychain implements SecretDriver {
  readonly name = 'keytar';
  hidesLock = true;
  mode: Mode = 'open';
  readonly items = new Map<string, string>();
  /** What was asked for, in order: one entry would be one prompt where the keychain is locked. */
  readonly calls: string[] = [];
  #answer: (mode: Mode) => void = () => undefined;

  async get(account: string): Promise<string | null> {
    const mode = await this.#begin(`get ${account}`);
    return mode === 'locked' ? null : (this.items.get(account) ?? null);
  }

  async set(account: string, secret: string): Promise<void> {
    if ((await this.#begin(`set ${account}`)) === 'locked') throw new Error(lockedText);
    this.items.set(account, secret);
  }

  async delete(account: string): Promise<boolean> {
    return (await this.#begin(`delete ${account}`)) === 'locked' ? false : this.items.delete(account);
  }

  /** What a person does at the open prompt. */
  answer(mode: 'open' | 'locked'): void {
    this.mode = mode;
    this.#answer(mode);
  }

  /** Accounts in it but for the one that is only there for a moment. */
  get accounts(): string[] {
    return [...this.items.keys()];
  }

  async #begin(call: string): Promise<Mode> {
    this.calls.push(call);
    if (this.mode === 'absent') throw new Error(absentText);
    // As macOS answers when a person denies the access.
    if (this.mode === 'refused') throw new Error('User canceled the operation.');
    if (this.mode !== 'prompting') return this.mode;
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }
}
