/**
 * The border between the page's own world and the preload's isolated one: values are copied, functions and promises
 * stay where they are and can only be called. One copy of this function runs on each side, as source.
 */
import type { Codec, References } from './codec.ts';

type AnyFunction = (...args: unknown[]) => unknown;

export interface Membrane {
  /** What the other side reaches with `call`. */
  serve(handler: AnyFunction): void;
  /** Runs the other side's handler at once and gives its answer; throws what it throws. */
  call: AnyFunction;
}

/** What the DOM shares between both worlds: the window as an event target. */
export interface SharedTarget {
  addEventListener: EventTarget['addEventListener'];
  dispatchEvent: EventTarget['dispatchEvent'];
}

/**
 * @param inbound event name that only this border knows; a page cannot list event listeners
 * @param createCodec the codec, which cannot be imported from inside a page
 */
export function createMembrane(
  target: SharedTarget,
  inbound: string,
  outbound: string,
  createCodec: (references: References) => Codec,
): Membrane {
  type Outcome = { number: number; failed: boolean; value: unknown };
  type Call = { kind: 'call'; number: number; id: number; args: unknown[] };
  type Message = Call | ({ kind: 'answer' | 'settle' } & Outcome);

  const SERVED = 0;
  const functions = new Map<number, AnyFunction>();
  const ids = new WeakMap<object, number>();
  const answers = new Map<number, Outcome>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  // Taken before any page script runs, so that a page that replaces them later changes nothing here.
  const { dispatchEvent } = target;
  const { apply } = Reflect;
  const Carrier = CustomEvent;
  let last = SERVED;

  // Even references are functions, odd ones promises; the other side has to know without asking.
  const codec = createCodec({
    keep(value) {
      if (value instanceof Promise) {
        const id = ++last;
        const settle = (failed: boolean) => (result: unknown) => finish('settle', id, failed, result);
        value.then(settle(false), settle(true));
        return id * 2 + 1;
      }
      if (typeof value !== 'function') return undefined;
      const id = ids.get(value) ?? ++last;
      ids.set(value, id);
      functions.set(id, value as AnyFunction);
      return id * 2;
    },
    reach(reference) {
      const id = Math.floor(reference / 2);
      if (reference % 2 === 0) return (...args: unknown[]) => callThere(id, args);
      return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
    },
  });

  function deliver(text: string): void {
    apply(dispatchEvent, target, [new Carrier(outbound, { detail: text })]);
  }

  /** A value that cannot cross fails the call that made it: silence would look like success. */
  function finish(kind: 'answer' | 'settle', number: number, failed: boolean, value: unknown): void {
    let text: string;
    try {
      text = codec.encode({ kind, number, failed, value } satisfies Message);
    } catch (error) {
      text = codec.encode({ kind, number, failed: true, value: error } satisfies Message);
    }
    deliver(text);
  }

  function callThere(id: number, args: unknown[]): unknown {
    const number = ++last;
    // Events are delivered before dispatchEvent returns: the answer is there when it does.
    deliver(codec.encode({ kind: 'call', number, id, args } satisfies Message));
    const answer = answers.get(number);
    answers.delete(number);
    if (!answer) throw new Error('The other side of the context bridge is gone.');
    if (answer.failed) throw answer.value;
    return answer.value;
  }

  function callHere({ number, id, args }: Call): void {
    let value: unknown;
    let failed = false;
    try {
      value = functions.get(id)?.(...args);
    } catch (error) {
      value = error;
      failed = true;
    }
    finish('answer', number, failed, value);
  }

  target.addEventListener(inbound, (event) => {
    const message = codec.decode((event as CustomEvent<string>).detail) as Message;
    if (message.kind === 'call') return callHere(message);
    if (message.kind === 'answer') return void answers.set(message.number, message);
    const waiting = promises.get(message.number);
    promises.delete(message.number);
    if (message.failed) waiting?.reject(message.value);
    else waiting?.resolve(message.value);
  });

  return {
    serve: (handler) => functions.set(SERVED, handler),
    call: (...args) => callThere(SERVED, args),
  };
}
