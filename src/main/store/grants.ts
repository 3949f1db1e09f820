/** Grants as the store keeps them: each distinct one once, with what it is sorted and found by. */
import { abilitiesIn, abilityMask } from '#shared/domain/abilities.ts';
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type { Sql } from './sql.ts';
import { fold, naturalOrder } from './text.ts';

/**
 * What made the derived values of a grant: the catalogues of this version of Latchkey, and the rules here. Raised whenever one of
 * them gives a grant other values than before, so that the stored ones are worked out anew; a test tells when that is.
 */
export const derivation = 1;

/** The id of a grant, which is stored first where it is new. */
export function grantId(sql: Sql, grant: Grant): number {
  const body = JSON.stringify(grant);
  const known = sql.get<{ id: number }>('SELECT id FROM grants WHERE body = ?', body);
  if (known) return known.id;
  sql.run(
    `INSERT INTO grants (body, label_order, search_text, abilities, ability_count, derivation)
     VALUES (?, ?, ?, ?, ?, ?)`,
    body,
    ...derived(grant),
    derivation,
  );
  return grantId(sql, grant);
}

/**
 * Another version of Latchkey may have stored labels and abilities by its own catalogue; and an edited key leaves its old grant
 * behind, which only its changes may still tell of. Both are put right when the store opens.
 */
export function refreshGrants(sql: Sql): void {
  sql.run(
    `DELETE FROM grants WHERE id NOT IN (SELECT grant_id FROM keys)
       AND id NOT IN (SELECT before_grant_id FROM changes WHERE before_grant_id IS NOT NULL)
       AND id NOT IN (SELECT after_grant_id FROM changes WHERE after_grant_id IS NOT NULL)`,
  );
  const outdated = sql.all<{ id: number; body: string }>(
    'SELECT id, body FROM grants WHERE derivation <> ?',
    derivation,
  );
  for (const { id, body } of outdated) {
    sql.run(
      `UPDATE grants SET label_order = ?, search_text = ?, abilities = ?, ability_count = ?, derivation = ?
       WHERE id = ?`,
      ...derived(JSON.parse(body) as Grant),
      derivation,
      id,
    );
  }
}

/** What a grant is sorted by and found by, its abilities as bits, and how many they are. */
export function derived(
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
