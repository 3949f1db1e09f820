/** The window's only way to main: the preload's bridge, and what an answer that never came looks like. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/define.ts';

declare global {
  interface Window {
    readonly latchkey: Bridge;
  }
}

/** A function and not a constant, so that modules with pure parts can be loaded where there is no window. */
export function bridge(): Bridge {
  return window.latchkey;
}

const unanswered: ErrorInfo = {
  code: 'internal',
  message: 'Latchkey’s main process did not answer.',
  hint: 'Close the window and start Latchkey again. What was read from the platforms is kept.',
};

/**
 * Waits for a call on the bridge and never rejects: a call that broke on the way counts as refused. With it every
 * caller has one way to look at failure.
 */
export async function answer<Value>(call: Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: unanswered };
  }
}
