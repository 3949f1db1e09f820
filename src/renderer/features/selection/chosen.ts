/** Which keys a person has chosen to do something to, as a value: some by id, or all that match but a few. */
import type { KeyRow } from '#shared/domain/key.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { Selection } from '#shared/ipc/selection.ts';

export type Chosen =
  | { kind: 'keys'; ids: ReadonlySet<string> }
  | { kind: 'matching'; query: InventoryQuery; except: ReadonlySet<string> };

export const nothing: Chosen = { kind: 'keys', ids: new Set() };

type Choosable = Pick<KeyRow, 'id' | 'status'>;

/** A vanished key can be looked at, but nothing can be done to it any more. */
export function canBeChosen({ status }: Pick<KeyRow, 'status'>): boolean {
  return status !== 'vanished';
}

/** Whether a row of the list that is on screen is chosen. */
export function isChosen(chosen: Chosen, row: Choosable): boolean {
  if (chosen.kind === 'keys') return chosen.ids.has(row.id);
  return canBeChosen(row) && !chosen.except.has(row.id);
}

export function isNothing(chosen: Chosen): boolean {
  return chosen.kind === 'keys' && chosen.ids.size === 0;
}

export function withKeys(chosen: Chosen, ids: Iterable<string>): Chosen {
  if (chosen.kind === 'keys') return { kind: 'keys', ids: new Set([...chosen.ids, ...ids]) };
  const added = new Set(ids);
  return { ...chosen, except: new Set([...chosen.except].filter((id) => !added.has(id))) };
}

export function withoutKeys(chosen: Chosen, ids: Iterable<string>): Chosen {
  if (chosen.kind === 'matching') return { ...chosen, except: new Set([...chosen.except, ...ids]) };
  const removed = new Set(ids);
  return { kind: 'keys', ids: new Set([...chosen.ids].filter((id) => !removed.has(id))) };
}

export function toggled(chosen: Chosen, row: Choosable): Chosen {
  if (!canBeChosen(row)) return chosen;
  return isChosen(chosen, row) ? withoutKeys(chosen, [row.id]) : withKeys(chosen, [row.id]);
}

export function everythingIn(query: InventoryQuery): Chosen {
  return { kind: 'matching', query, except: new Set() };
}

/** Whether two queries find the same keys: their order does not matter. */
export function findTheSame(one: InventoryQuery, other: InventoryQuery): boolean {
  return one.search === other.search && one.workspaceId === other.workspaceId;
}

/** `inView`: how many keys of the view can be chosen; null while that is not known. Answers null for the same reason. */
export function countOf(chosen: Chosen, inView: number | null): number | null {
  if (chosen.kind === 'keys') return chosen.ids.size;
  return inView === null ? null : Math.max(0, inView - chosen.except.size);
}

/** Longest search that main takes. */
const longestSearch = 500;
const livingOnly = '-status:vanished';

/** As it crosses to main. All that match means those that are still there: nothing can be done to the others. */
export function selectionOf(chosen: Chosen): Selection {
  if (chosen.kind === 'keys') return { kind: 'keys', keyIds: [...chosen.ids] };
  // In front, since a quote that is not closed takes all that comes after it.
  const search = `${livingOnly} ${chosen.query.search}`.trim();
  const query = search.length <= longestSearch ? { ...chosen.query, search } : chosen.query;
  return { kind: 'matching', query, except: [...chosen.except] };
}
