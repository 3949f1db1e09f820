/** Runs in the page's own world, before its scripts, as source: puts there what the preload exposes. */
import type { Membrane, SharedTarget } from './membrane.ts';

/** The part of `window` that is used here. */
export interface PageScope extends SharedTarget {
  open: unknown;
  readonly location: { readonly href: string };
}

export function mainWorld(scope: PageScope, membrane: Membrane): void {
  /** Deeply, as Electron's context bridge does; typed arrays cannot be frozen. */
  const freeze = (value: unknown): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return;
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  };

  membrane.serve((name, value) => {
    if (Object.hasOwn(scope, name as string)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    freeze(value);
    Object.defineProperty(scope, name as string, { value, enumerable: true });
  });

  // Electron answers null for a window that its handler denies; Chromium would open it and have it closed again.
  scope.open = function open(url: unknown = '', name: unknown = '', features: unknown = ''): null {
    const address = URL.parse(String(url), scope.location.href)?.href ?? String(url);
    membrane.call(address, String(name), String(features));
    return null;
  };
}
