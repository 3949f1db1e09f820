/** Conditions over `key_index AS k`: SQL with placeholders, and the values bound to them. */
import type { BoundValue } from './sql.ts';

export type Condition = { shape: string; values: BoundValue[] };

const everyKey: Condition = { shape: 'TRUE', values: [] };
const noKey: Condition = { shape: 'FALSE', values: [] };

export function anyOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' OR ') ?? noKey;
}

export function allOf(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ') ?? everyKey;
}

function joined(conditions: readonly Condition[], by: string): Condition | null {
  if (conditions.length === 0) return null;
  return {
    shape: `(${conditions.map(({ shape }) => shape).join(by)})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** All other keys, also those where the condition meets NULL. */
export function noneOf({ shape, values }: Condition): Condition {
  return { shape: `(${shape}) IS NOT TRUE`, values };
}

/** As one JSON value, so that the number of hits does not change the shape of the statement. */
export function oneOf(column: string, hits: readonly (string | number)[]): Condition {
  if (hits.length === 0) return noKey;
  return { shape: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(hits)] };
}
