/** A store of two workspaces, with short words for what syncs tell of their keys and which changes are kept. */
import { afterEach, beforeEach } from 'vitest';
import type { ChangeView } from '#shared/ipc/changes.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import { connectionRow, type OpenedStore, openOperations, temporaryFolder } from '../../support/store.ts';

export const at = (hour: number) => new Date(Date.UTC(2026, 8, 1, hour)).toISOString();
export const everything: ChangeView = { workspaceId: null, period: 'all', kind: null, own: true };

/** Anew for each test of the file that calls it. */
export function changesGround() {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: OpenedStore;
  let acme: string;
  let orchard: string;
  beforeEach(() => {
    folder = temporaryFolder();
    store = openOperations(folder.file);
    const workspaces = ['acme', 'orchard'].map((slug) => ({ slug, name: slug, role: null }));
    [acme = '', orchard = ''] = store.operations.addConnection(connectionRow(), workspaces, at(0));
  });
  afterEach(() => {
    store[Symbol.dispose]();
    folder[Symbol.dispose]();
  });

  const list = (view: Partial<ChangeView> = {}, offset = 0, limit = 200) => {
    const wanted = { ...everything, ...view };
    const { upTo } = store.operations.changesOverview(wanted);
    return store.operations.changeRows(wanted, upTo, offset, limit);
  };
  return {
    get store() {
      return store;
    },
    get operations() {
      return store.operations;
    },
    get acme() {
      return acme;
    },
    get orchard() {
      return orchard;
    },
    sync: (keys: RemoteKey[], hour: number, workspaceId = acme) =>
      store.operations.applySync(workspaceId, keys, [], at(hour)),
    list,
    kinds: (view: Partial<ChangeView> = {}) => list(view).map(({ name, what }) => `${name}: ${what.kind}`),
    /** Closes the store and opens it again; `meanwhile` has the file for itself. */
    reopen(meanwhile?: (file: string) => void) {
      store[Symbol.dispose]();
      meanwhile?.(folder.file);
      store = openOperations(folder.file);
    },
  };
}
