/** What grows with every change and is not kept for ever. At each start the oldest of it goes. */
import { prunePolicies } from './policy-lives.ts';
import type { Sql } from './sql.ts';

/** Three years, and more changes than a desk of hundreds of workspaces makes in that time. */
const activityDays = 1_100;
const mostActivity = 500_000;
/** Of quarantine; what was told and looked at is not on any screen any more. */
const newsDays = 400;
const mostNews = 10_000;
/** Of the days on which there was a summary, or could have been. */
const summaryDays = 400;
/**
 * Of a key's use. At first each hour is kept, then a quarter of a day, then only what came after a long quiet; and always the
 * latest. The strip shows twelve weeks, and no cadence is read from more.
 */
const hoursOfUseDays = 8;
const useDays = 100;
const wakingDays = 400;
const longQuietDays = 20;
/** A night, so that what proves a day or a weekend without use stays. */
const quietHours = 6;
const mostUses = 1_000_000;

/**
 * Never dropped: a rotation run that is under way, a change whose outcome is not known, one that a question about a lost secret goes back to, and the making
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
  sql.run('DELETE FROM rotation_runs WHERE ended_at < ?', before(activityDays));
  sql.run(
    `DELETE FROM quarantine_news WHERE seen = 1
       AND (at < ? OR seq <= (SELECT max(seq) FROM quarantine_news) - ?)`,
    before(newsDays),
    mostNews,
  );
  prunePolicies(sql);
  pruneUses(sql, now);
}

function pruneUses(sql: Sql, now: number): void {
  const before = (days: number) => now - days * 86_400_000;
  // By the index of a key's hours, so that each row looks at one other.
  const later = (until: string) =>
    `EXISTS (SELECT 1 FROM observations AS later WHERE later.key_seq = observations.key_seq
       AND later.used_hour > observations.used_hour${until})`;
  sql.run(
    `DELETE FROM observations WHERE used_at < ? AND (quiet_from IS NULL OR quiet_until - quiet_from < ?)
       AND ${later(' AND later.used_hour < (observations.used_hour / 6 + 1) * 6')}`,
    before(hoursOfUseDays),
    quietHours * 3_600_000,
  );
  sql.run(
    `DELETE FROM observations WHERE ${later('')} AND (seq <= (SELECT max(seq) FROM observations) - ? OR used_at < ?
       OR (used_at < ? AND (quiet_from IS NULL OR quiet_until - quiet_from < ?)))`,
    mostUses,
    before(wakingDays),
    before(useDays),
    longQuietDays * 86_400_000,
  );
  sql.run('DELETE FROM reminder_days WHERE at < ?', before(summaryDays));
  sql.run(
    `DELETE FROM reminders_told
     WHERE key_id NOT IN (SELECT id FROM keys) AND key_id NOT IN (SELECT key_id FROM removed_keys)`,
  );
}
