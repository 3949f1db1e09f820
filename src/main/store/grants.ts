/** Grants as the store keeps them: each distinct one once, with what it is sorted and found by. */
import { abilitiesIn, abilityMask } from '#shared/domain/abilities.ts';
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type { Sql } from './sql.ts';
import { fold, naturalOrder } from './text.ts';

/** The id of a grant, which is stored first where it is new. */
export function grantId(sql: Sql, grant: Grant): number {
  const body = JSON.stringify(grant);
  const known = sql.get<{ id: number }>('SELECT id FROM grants WHERE body = ?', body);
  if (known) return known.id;
  sql.run(
    'INSERT INTO grants (body, label_order, search_text, abilities, ability_count) VALUES (?, ?, ?, ?, ?)',
    body,
    ...derived(grant),
  );
  return grantId(sql, grant);
}

/**
 * Labels and abilities come from the catalogue of this version of Latchkey, which may not be the one that stored them; and an edited
 * key leaves its old grant behind, which only its changes may still tell of. Both are put right when the store opens.
 */
export function refreshGrants(sql: Sql): void {
  sql.run(
    `DELETE FROM grants WHERE id NOT IN (SELECT grant_id FROM keys)
       AND id NOT IN (SELECT before_grant_id FROM changes WHERE before_grant_id IS NOT NULL)
       AND id NOT IN (SELECT after_grant_id FROM changes WHERE after_grant_id IS NOT NULL)`,
  );
  type Row = { id: number; body: string; stored: string };
  const rows = sql.all<Row>(
    `SELECT id, body, json_array(label_order, search_text, abilities, ability_count) AS stored FROM grants`,
  );
  for (const { id, body, stored } of rows) {
    const values = derived(JSON.parse(body) as Grant);
    if (JSON.stringify(values) === stored) continue;
    sql.run(
      'UPDATE grants SET label_order = ?, search_text = ?, abilities = ?, ability_count = ? WHERE id = ?',
      ...values,
      id,
    );
  }
}

/** What a grant is sorted by and found by, its abilities as bits, and how many they are. */
function derived(
  grant: Grant,
): [labelOrder: string, searchText: string, abilities: number, abilityCount: number] {
  const { labels, more } = grantLabels(grant);
  const abilities = abilityMask(grant);
  return [
    naturalOrder(`${labels.join(' ')} ${more}`),
    fold([...labels, ...listedScopes(grant)].join('\n')),
    abilities,
    abilitiesIn(abilities).length,
  ];
}
