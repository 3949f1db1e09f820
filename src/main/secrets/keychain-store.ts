/** The secret store on a keychain; memory stands in for it until it has proved itself once. */
import type { SecretDriver } from './drivers/driver.ts';
import { Keychain } from './keychain.ts';
import { memoryReasons } from './keychain-problem.ts';
import type { OpenedSecretStore, SecretStoreError, SecretStoreState } from './secret-store.ts';
import type { Timer } from './timer.ts';

type Needs = { driver: SecretDriver; timer: Timer; openLimit: number; callLimit: number };
type Listener = (state: SecretStoreState) => void;

export class KeychainStore implements OpenedSecretStore {
  readonly #keychain: Keychain;
  readonly #openLimit: number;
  /** What was stored while memory stood in; moved into the keychain as soon as that is possible. */
  readonly #held = new Map<string, string>();
  readonly #listeners = new Set<Listener>();
  #standsIn = true;
  #moving: Promise<void> | null = null;
  #state: SecretStoreState = { driver: 'memory', state: 'absent', reason: memoryReasons.absent };

  constructor({ driver, timer, openLimit, callLimit }: Needs) {
    this.#openLimit = openLimit;
    const onOutcome = (problem: SecretStoreError | null, proven: boolean) => this.#heard(problem, proven);
    this.#keychain = new Keychain({ driver, timer, limit: callLimit, onOutcome });
  }

  state(): SecretStoreState {
    return this.#state;
  }

  async get(account: string): Promise<string | null> {
    const held = this.#held.get(account);
    if (held !== undefined) return held;
    if (await this.#thereIsNone()) return null;
    return this.#keychain.get(account);
  }

  async set(account: string, secret: string): Promise<void> {
    // Somebody signs in, so somebody is there to unlock the keychain.
    if (this.#standsIn) await this.recheck();
    if (this.#standsIn) {
      this.#held.set(account, secret);
      return;
    }
    // Taken out first, so that moving cannot write the older value over this one.
    const held = this.#held.get(account);
    this.#held.delete(account);
    try {
      await this.#keychain.set(account, secret);
    } catch (error) {
      if (held !== undefined) this.#held.set(account, held);
      throw error;
    }
  }

  async delete(account: string): Promise<void> {
    const wasHeld = this.#held.delete(account);
    // Nothing of a keychain that never came in can be ours under an account that memory held.
    if ((wasHeld && this.#standsIn) || (await this.#thereIsNone())) return;
    await this.#keychain.delete(account);
  }

  holds(account: string): boolean {
    return this.#held.has(account);
  }

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async recheck(): Promise<SecretStoreState> {
    await this.#prove(true);
    return this.#state;
  }

  waitsForPerson(): boolean {
    return this.#keychain.waitsForPerson;
  }

  /** True where memory stands in because this computer has no keychain: then nothing can be stored in it either. */
  async #thereIsNone(): Promise<boolean> {
    if (!this.#standsIn) return false;
    await this.#prove(false);
    return this.#standsIn && this.#state.state === 'absent';
  }

  /** The outcome arrives in `#heard`, even when it comes after the limit. */
  async #prove(insists: boolean): Promise<void> {
    await this.#keychain.prove(this.#openLimit, insists).catch(() => undefined);
    await this.#moving;
  }

  #heard(problem: SecretStoreError | null, proven: boolean): void {
    // Reading proves nothing: a service without a keyring answers every read with nothing found.
    if (proven) this.#standsIn = false;
    if (this.#standsIn) {
      if (problem)
        this.#tell({ driver: 'memory', state: problem.state, reason: memoryReasons[problem.state] });
      return;
    }
    const driver = this.#keychain.driverName;
    if (problem) this.#tell({ driver, state: problem.state, reason: problem.message });
    else this.#tell({ driver, state: 'available', reason: '' });
    if (proven && !this.#moving && this.#held.size > 0) {
      this.#moving = this.#moveIn().finally(() => {
        this.#moving = null;
      });
    }
  }

  /** What cannot be moved stays in memory, and is tried again after the next success. */
  async #moveIn(): Promise<void> {
    for (const [account, secret] of [...this.#held]) {
      if (this.#held.get(account) !== secret) continue;
      try {
        await this.#keychain.set(account, secret);
      } catch {
        return;
      }
      if (this.#held.get(account) === secret) this.#held.delete(account);
    }
  }

  #tell(state: SecretStoreState): void {
    const before = this.#state;
    this.#state = state;
    if (before.driver === state.driver && before.state === state.state && before.reason === state.reason)
      return;
    for (const listener of [...this.#listeners]) listener(state);
  }
}
