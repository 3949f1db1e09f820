/** What grows with every change and is not kept for ever. At each start the oldest of it goes. */
import type { Sql } from './sql.ts';

/** Three years, and more changes than a desk of hundreds of workspaces makes in that time. */
const activityDays = 1_100;
const mostActivity = 500_000;
/** Of quarantine; what was told and looked at is not on any screen any more. */
const newsDays = 400;
const mostNews = 10_000;

/**
 * Never dropped: a change whose outcome is not known, one that a question about a lost secret goes back to, and the making
 * of a key that is still there. `now` in milliseconds since 1970.
 */
export function prune(sql: Sql, now: number): void {
  const before = (days: number) => new Date(now - days * 86_400_000).toISOString();
  sql.run(
    `DELETE FROM intents WHERE (begun_at < ? OR seq <= (SELECT max(seq) FROM intents) - ?) AND outcome <> 'open'
       AND id NOT IN (SELECT intent_id FROM ghost_keys)
       AND id NOT IN (SELECT ghost_intent_id FROM removed_keys WHERE ghost_intent_id IS NOT NULL)
       AND NOT (action IN ('create', 'roll') AND EXISTS (SELECT 1 FROM keys WHERE keys.id = intents.key_id))`,
    before(activityDays),
    mostActivity,
  );
  sql.run(
    `DELETE FROM quarantine_news WHERE seen = 1
       AND (at < ? OR seq <= (SELECT max(seq) FROM quarantine_news) - ?)`,
    before(newsDays),
    mostNews,
  );
}
