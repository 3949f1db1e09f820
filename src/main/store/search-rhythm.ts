/** Tokens about how a key is used, as SQL over `key_index AS k`. */
import { wokeDays } from '#shared/domain/rhythm.ts';
import { startOf } from '#shared/domain/search/days.ts';
import { lastUsedOrder, statusOrder } from './key-index.ts';
import { allOf, type Condition, oneOf } from './search-conditions.ts';

/** What is disabled or gone is unused for a reason. */
const alive = oneOf('k.status_order', [statusOrder.indexOf('active'), statusOrder.indexOf('protected')]);

/** As of the last look: a workspace that could not be asked for a month has no silent keys by that. */
export const silent: Condition = allOf([
  alive,
  {
    shape: `k.use_pace IS NOT NULL AND k.this_login = 0
      AND k.last_used_order + k.use_pace <= (SELECT looked_at FROM workspaces WHERE id = k.workspace_id)`,
    values: [],
  },
]);

export function woke(today: number): Condition {
  return { shape: 'k.woke_order >= ?', values: [startOf(today - wokeDays)] };
}

/** Of `keys`: made from here, its secret not lost, and not used yet as far as its platform tells. */
export const awaitingUse = `keys.last_used_kind = 'never' AND keys.vanished_at IS NULL AND keys.disabled = 0
  AND EXISTS (SELECT 1 FROM intents WHERE key_id = keys.id AND action IN ('create', 'roll') AND outcome = 'done')
  AND NOT EXISTS (SELECT 1 FROM ghost_keys WHERE key_id = keys.id AND state <> 'held')`;

export const awaitsUse: Condition = allOf([
  alive,
  {
    shape: `k.last_used_kind = ? AND k.seq IN (SELECT keys.seq FROM intents CROSS JOIN keys ON keys.id = intents.key_id
      WHERE action IN ('create', 'roll') AND outcome = 'done' AND ${awaitingUse})`,
    values: [lastUsedOrder.indexOf('never')],
  },
]);
