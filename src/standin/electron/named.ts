/**
 * Everything the stand-in does not have throws by its name: a member that is silently undefined, or an event that never
 * comes, would let the application look right here and fail on Electron, or the other way round.
 */
import { EventEmitter } from 'node:events';

/** Looked up by the language and by tools on any object. */
const HARMLESS = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'asymmetricMatch']);

export function missing(path: string): Error {
  return new Error(`${path} is not part of the stand-in`);
}

/** Sits at the end of a prototype chain, where only look-ups arrive that found nothing before. */
function lastResort(prototype: object): object {
  return new Proxy(prototype, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || HARMLESS.has(key))
        return Reflect.get(target, key, receiver);
      throw missing(`electron.${receiver.constructor.name}.${key}`);
    },
    getPrototypeOf: () => prototype,
  });
}

/** Base of every Electron object without events. */
export class Named {}
Object.setPrototypeOf(Named.prototype, lastResort(Object.prototype));

/** Base of every Electron object with events; `events` names all that it can send. */
export class NamedEmitter extends EventEmitter {
  readonly #events: ReadonlySet<string | symbol>;

  constructor(events: readonly string[]) {
    super();
    this.#events = new Set(events);
    super.on('newListener', (event: string | symbol) => {
      if (this.#events.has(event) || event === 'newListener' || event === 'removeListener') return;
      throw missing(`electron.${this.constructor.name} event '${String(event)}'`);
    });
  }
}
Object.setPrototypeOf(NamedEmitter.prototype, lastResort(EventEmitter.prototype));

/** A whole module that the stand-in does not have. */
export function absent(name: string): unknown {
  // A plain function, because only that can also be refused after `new`.
  function refuse(): never {
    throw missing(`electron.${name}`);
  }
  return new Proxy(refuse, {
    get: (_target, key) => (typeof key === 'symbol' || HARMLESS.has(key) ? undefined : refuse()),
    apply: refuse,
    construct: refuse,
  });
}

/** The first argument of Electron's events. */
export class StandinEvent {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
