/** The keychain of the computer behind one of its drivers: one call at a time, each with a limit, errors in our words. */
import { randomUUID } from 'node:crypto';
import type { SecretDriver } from './drivers/driver.ts';
import { readProblem, unansweredPrompt } from './keychain-problem.ts';
import type { SecretStoreError } from './secret-store.ts';
import type { Timer } from './timer.ts';

/** The account of the item that is written and deleted again to see whether the keychain works. */
const checkAccount = 'latchkey-check';

/** How long after somebody dismissed an unlock prompt nothing may cause the next one, in milliseconds. */
const quietAfterLocked = 10_000;

type Call<Value> = {
  work: (caller: Caller) => Promise<Value>;
  /** A call that a person asked for may prompt at once, even if they dismissed a prompt a moment ago. */
  insists?: boolean;
  /** The call writes, so its success proves that the keychain can keep something. */
  proves?: boolean;
  /** Milliseconds. */
  limit?: number;
};
type Caller = { gone: boolean };

type Needs = {
  driver: SecretDriver;
  timer: Timer;
  /** How long a caller waits, in milliseconds: long enough for a person to type a password at the unlock prompt. */
  limit: number;
  /** Hears after every call how the keychain is: null when it works. */
  onOutcome: (problem: SecretStoreError | null, proven: boolean) => void;
};

/** All calls throw `SecretStoreError`. */
export class Keychain {
  readonly #needs: Needs;
  #last: Promise<unknown> = Promise.resolve();
  /** A call outlived its limit: most likely a prompt is open and nobody answers it. */
  #waitsForPerson = false;
  #locked: { problem: SecretStoreError; at: number } | null = null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  get driverName(): SecretDriver['name'] {
    return this.#needs.driver.name;
  }

  get waitsForPerson(): boolean {
    return this.#waitsForPerson;
  }

  get(account: string): Promise<string | null> {
    const { driver } = this.#needs;
    const work = async () => {
      const found = await driver.get(account);
      if (found !== null || !driver.hidesLock) return found;
      // Nothing found, or locked: only a write tells. It may have been unlocked for it, hence the second look.
      await this.#roundTrip();
      return driver.get(account);
    };
    return this.#run({ work });
  }

  set(account: string, secret: string): Promise<void> {
    const { driver } = this.#needs;
    const work = async (caller: Caller) => {
      await driver.set(account, secret);
      // Whoever wanted this was told meanwhile that it failed: without this, nobody would ever delete it.
      if (caller.gone) await driver.delete(account);
    };
    return this.#run({ work, insists: true, proves: true });
  }

  delete(account: string): Promise<void> {
    const { driver } = this.#needs;
    const work = async () => {
      if ((await driver.delete(account)) || !driver.hidesLock) return;
      await this.#roundTrip();
      await driver.delete(account);
    };
    return this.#run({ work });
  }

  /** Writes an item, reads it back and deletes it: a keychain that answers reads may still be unable to store. */
  prove(limit: number, insists: boolean): Promise<void> {
    return this.#run({ work: () => this.#roundTrip(), insists, proves: true, limit });
  }

  async #roundTrip(): Promise<void> {
    const { driver } = this.#needs;
    const value = randomUUID();
    await driver.set(checkAccount, value);
    const read = await driver.get(checkAccount);
    await driver.delete(checkAccount);
    if (read !== value) throw new Error('The keychain did not give back what was stored in it.');
  }

  /**
   * The libraries block a thread of Node's small pool for as long as a prompt is open. One call at a time leaves the
   * others to the file system and the network; while a prompt is open, further callers are told at once.
   */
  #run<Value>({ work, insists = false, proves = false, limit }: Call<Value>): Promise<Value> {
    const { timer, onOutcome } = this.#needs;
    if (this.#waitsForPerson) return Promise.reject(unansweredPrompt());
    const caller: Caller = { gone: false };

    return new Promise((resolve, reject) => {
      const cancel = timer.after(limit ?? this.#needs.limit, () => {
        caller.gone = true;
        this.#waitsForPerson = true;
        const problem = unansweredPrompt();
        onOutcome(problem, false);
        reject(problem);
      });
      const attempt = async (): Promise<void> => {
        const refusal = caller.gone ? unansweredPrompt() : this.#stillLocked(insists);
        if (refusal) return reject(refusal);
        const outcome = await work(caller).then(
          (value) => ({ value }),
          (error: unknown) => ({ problem: readProblem(error) }),
        );
        // Answered before anyone is told: a listener that fails must not turn a stored item into an error.
        if ('problem' in outcome) reject(outcome.problem);
        else resolve(outcome.value);
        this.#settle('problem' in outcome ? outcome.problem : null, proves);
      };
      this.#last = this.#last.then(attempt).catch(reject).finally(cancel);
    });
  }

  #settle(problem: SecretStoreError | null, proves: boolean): void {
    this.#waitsForPerson = false;
    this.#locked = problem?.state === 'locked' ? { problem, at: this.#needs.timer.now().getTime() } : null;
    this.#needs.onOutcome(problem, proves && problem === null);
  }

  #stillLocked(insists: boolean): SecretStoreError | null {
    if (insists || !this.#locked) return null;
    const elapsed = this.#needs.timer.now().getTime() - this.#locked.at;
    return elapsed < quietAfterLocked ? this.#locked.problem : null;
  }
}
