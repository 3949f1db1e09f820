/** The order of the inventory: what each column sorts by, as SQL. */
import type { InventoryQuery, SortColumn } from '#shared/ipc/inventory.ts';
import { dueDay, urgencyOrder } from './due-day.ts';
import { statusOrder } from './key-index.ts';
import type { BoundValue } from './sql.ts';

export type Order = {
  /** The tables, with `key_index AS k` among them. */
  from: string;
  /** What goes after ORDER BY, and the values bound in it. */
  by: string;
  values: BoundValue[];
};

/** `absent`: it can be NULL. Such keys come last in both directions: nobody sorts to see what is not there. */
type Term = { shape: string; absent?: true; values?: BoundValue[] };

const overKeys = 'key_index AS k';
const name: Term = { shape: 'k.name_order' };
/** Among the disabled ones, which are few; nothing is looked up for the others. */
const quarantined: Term = {
  shape: `CASE WHEN k.status_order = ${statusOrder.indexOf('disabled')} THEN k.seq IN (
    SELECT keys.seq FROM quarantine JOIN keys ON keys.id = quarantine.key_id) ELSE 0 END`,
};

/**
 * What each column sorts by, first to last; keys that are equal in it come by name, then in the order in which Latchkey
 * first saw them. Columns of another table go first in the join, so that an index gives the order without sorting.
 */
const orders: Readonly<Record<SortColumn, { from: string; by: (today: number) => Term[] }>> = {
  name: { from: overKeys, by: () => [name] },
  workspace: {
    from: 'workspaces AS w CROSS JOIN key_index AS k ON k.workspace_id = w.id',
    by: () => [{ shape: 'w.name_order' }, { shape: 'w.id' }, name],
  },
  environment: { from: overKeys, by: () => [{ shape: 'k.environment_order', absent: true }, name] },
  scope: {
    from: 'grants AS g CROSS JOIN key_index AS k ON k.grant_id = g.id',
    by: () => [{ shape: 'g.label_order' }, { shape: 'g.id' }, name],
  },
  lastUsed: {
    from: overKeys,
    by: () => [{ shape: 'k.last_used_order', absent: true }, { shape: 'k.last_used_kind' }, name],
  },
  rotation: { from: overKeys, by: (today) => [{ ...dueDay(today), absent: true }, name] },
  createdAt: { from: overKeys, by: () => [{ shape: 'k.created_order', absent: true }, name] },
  createdBy: { from: overKeys, by: () => [{ shape: 'k.created_by_order', absent: true }, name] },
  owner: { from: overKeys, by: () => [{ shape: 'k.owner_order', absent: true }, name] },
  // What is overdue shows as such in this column, so it sorts as such.
  status: {
    from: overKeys,
    by: (today) => [urgencyOrder(today), { shape: 'k.status_order' }, quarantined, name],
  },
};

/** `today` is the day as `dayOf` has it. */
export function orderOf({ column, direction }: InventoryQuery['sort'], today: number): Order {
  const { from, by } = orders[column];
  const terms = [...by(today), { shape: 'k.seq' }];
  // SQLite has NULL last in a descending order by itself; saying so where nothing can be absent costs it the index.
  const ascending = ({ absent }: Term) => (absent ? 'ASC NULLS LAST' : 'ASC');
  return {
    from,
    by: terms
      .map((term) => `${term.shape} ${direction === 'descending' ? 'DESC' : ascending(term)}`)
      .join(', '),
    values: terms.flatMap((term: Term) => term.values ?? []),
  };
}
