import { randomUUID } from 'node:crypto';

/** Names by which the parts of one window find each other; random, so that a page cannot guess them. */
export interface PageNames {
  /** The isolated world, as Chromium calls it. */
  readonly world: string;
  /** The binding through which the isolated world reaches the host. */
  readonly toHost: string;
  /** The function through which the host reaches the isolated world. */
  readonly fromHost: string;
  readonly toPage: string;
  readonly toPreload: string;
}

export function pageNames(): PageNames {
  const name = (purpose: string) => `standin_${purpose}_${randomUUID().replaceAll('-', '')}`;
  return {
    world: name('world'),
    toHost: name('host'),
    fromHost: name('window'),
    toPage: name('page'),
    toPreload: name('preload'),
  };
}
