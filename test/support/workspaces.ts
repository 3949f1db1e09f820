import type { Workspace } from '#shared/ipc/connections.ts';

/** A workspace as the window gets it, ready and on Roboflow unless said otherwise. */
export function aWorkspace(over: Partial<Workspace> = {}): Workspace {
  return {
    id: 'w1',
    connectionId: 'c1',
    platform: 'roboflow',
    baseUrl: 'https://api.roboflow.com/',
    slug: 'acme-vision',
    name: 'Acme Vision',
    platformName: 'Acme Vision',
    colour: 'indigo',
    position: 1,
    account: null,
    label: null,
    role: null,
    keyPermissions: null,
    keyCount: 0,
    syncedAt: null,
    state: 'ready',
    problem: null,
    embedded: false,
    signInWay: 'credential',
    ...over,
  };
}
