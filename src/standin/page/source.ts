/** Makes the two scripts that Chromium runs in every document before the document's own. */
import { createCodec } from './codec.ts';
import { isolatedWorld } from './isolated-world.ts';
import { mainWorld } from './main-world.ts';
import { createMembrane } from './membrane.ts';
import type { PageNames } from './names.ts';

export interface PageScripts {
  readonly mainWorld: string;
  readonly isolatedWorld: string;
}

/** Electron runs preloads in main frames only; placeholders and Chromium's error pages are not documents of ours. */
const GUARD = `window.parent === window && location.protocol !== 'chrome-error:' && !/__standin\\b/.test(location.href)`;

const preloadProcess = () => ({
  type: 'renderer',
  platform: process.platform,
  arch: process.arch,
  sandboxed: true,
  contextIsolated: true,
  versions: { node: process.versions.node },
  env: {},
  argv: [],
});

/** @param preload source of the preload, one CommonJS file; undefined when the window has none */
export function pageScripts(names: PageNames, preload: string | undefined): PageScripts {
  const names_ = JSON.stringify(names);
  // Node has already replaced the types in these functions by blanks: their text is plain JavaScript.
  const membrane = (inbound: string, outbound: string) =>
    `(${createMembrane})(window, ${JSON.stringify(inbound)}, ${JSON.stringify(outbound)}, ${createCodec})`;
  const guarded = (code: string) => `if (${GUARD}) {\n${code}\n}`;
  return {
    mainWorld: guarded(`(${mainWorld})(window, ${membrane(names.toPage, names.toPreload)});`),
    isolatedWorld: guarded(
      `(${isolatedWorld})(globalThis, ${names_}, (${createCodec})(), ${membrane(names.toPreload, names.toPage)},
((process, global) => (require, module, exports) => {
${preload ?? ''}
})(${JSON.stringify(preloadProcess())}, globalThis));`,
    ),
  };
}
