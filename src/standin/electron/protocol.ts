/** The application's own schemes, and who answers for them. */
import type { CustomScheme, Protocol } from 'electron';
import { addresses } from '../window/address.ts';
import { app } from './app.ts';
import { Named } from './named.ts';

type Shown = Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>;
type Handler = Parameters<Protocol['handle']>[1];

export class StandinProtocol extends Named implements Shown {
  static override readonly name = 'protocol';
  readonly #handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    // Every origin here is https, so standard, secure and fetch hold; bypassing the policy is never granted.
    for (const { scheme, privileges } of schemes) {
      if (privileges?.bypassCSP) throw new Error(`The stand-in does not grant bypassCSP to ${scheme}.`);
      addresses.add(scheme);
    }
  }

  /** One handler for a scheme; throws when it has one, or before ready. */
  handle(scheme: string, handler: Handler): void {
    if (!app.isReady()) throw new Error('protocol.handle cannot be called before app is ready');
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    addresses.add(scheme);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** For windows: the application's answer, undefined when nothing handles the scheme. */
  async respond(scheme: string, request: Request): Promise<Response | undefined> {
    // Electron's own request type is Node's, with fields that only its network service fills.
    return this.#handlers.get(scheme)?.(request as Parameters<Handler>[0]);
  }
}

export const protocol = new StandinProtocol();
