/** Grants as the store keeps them: each distinct one once, with what it is sorted and found by. */
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type { Sql } from './sql.ts';
import { fold, naturalOrder } from './text.ts';

/** The id of a grant, which is stored first where it is new. */
export function grantId(sql: Sql, grant: Grant): number {
  const body = JSON.stringify(grant);
  const known = sql.get<{ id: number }>('SELECT id FROM grants WHERE body = ?', body);
  if (known) return known.id;
  const { labelOrder, searchText } = derived(grant);
  sql.run(
    'INSERT INTO grants (body, label_order, search_text) VALUES (?, ?, ?)',
    body,
    labelOrder,
    searchText,
  );
  return grantId(sql, grant);
}

/**
 * Labels come from the catalogue of this version of Latchkey, which may not be the one that stored them; and an edited
 * key leaves its old grant behind, which only its changes may still tell of. Both are put right when the store opens.
 */
export function refreshGrants(sql: Sql): void {
  sql.run(
    `DELETE FROM grants WHERE id NOT IN (SELECT grant_id FROM keys)
       AND id NOT IN (SELECT before_grant_id FROM changes WHERE before_grant_id IS NOT NULL)
       AND id NOT IN (SELECT after_grant_id FROM changes WHERE after_grant_id IS NOT NULL)`,
  );
  type Row = { id: number; body: string; label_order: string; search_text: string };
  for (const row of sql.all<Row>('SELECT id, body, label_order, search_text FROM grants')) {
    const { labelOrder, searchText } = derived(JSON.parse(row.body) as Grant);
    if (labelOrder === row.label_order && searchText === row.search_text) continue;
    sql.run(
      'UPDATE grants SET label_order = ?, search_text = ? WHERE id = ?',
      labelOrder,
      searchText,
      row.id,
    );
  }
}

function derived(grant: Grant): { labelOrder: string; searchText: string } {
  const { labels, more } = grantLabels(grant);
  return {
    labelOrder: naturalOrder(`${labels.join(' ')} ${more}`),
    searchText: fold([...labels, ...listedScopes(grant)].join('\n')),
  };
}
