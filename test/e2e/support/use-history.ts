/** Gives keys a past that no test can wait for: in a closed profile, and in a sandbox, which tells the latest use of it. */
import SqliteDatabase from 'better-sqlite3';
import { profileNamed } from '../../../src/sandbox/worlds/profiles.ts';

export const hour = 3_600_000;

export type UseHistory = {
  key: string;
  /** Milliseconds since 1970, in any order. */
  uses: readonly number[];
  createdAt?: number;
  /** The sandbox knows of one more, which Latchkey has not been told yet. */
  usedSince?: number;
};

/** Two in the night, so many nights ago, in the time zone of whoever runs this. */
export function night(daysAgo: number, minutes = 0): number {
  const today = new Date();
  return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo, 2, minutes).getTime();
}

export function nights(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => night(from - index, index % 7));
}

const made = night(200);

/** The demo world, in which these keys were used then. */
export function demoWithUses(histories: readonly UseHistory[]) {
  const demo = profileNamed('demo');
  if (!demo) throw new Error('There is no profile demo.');
  return {
    ...demo,
    world(now: Date) {
      const world = demo.world(now);
      const datatureVi = world.datatureVi.map((organization) => ({
        ...organization,
        keys: organization.keys.map((key) => {
          const history = histories.find((each) => each.key === key.name);
          if (!history) return key;
          const { uses, createdAt = made, usedSince = Math.max(...uses) } = history;
          return { ...key, createdAt: new Date(createdAt), lastUsedAt: new Date(usedSince) };
        }),
      }));
      return { ...world, datatureVi };
    },
  };
}

/**
 * As if Latchkey had looked every half hour until `lookedAt`. Its database must not be open; what the index has of a key's
 * rhythm is made anew when it is.
 */
export function rememberUses(file: string, histories: readonly UseHistory[], lookedAt: number): void {
  const database = new SqliteDatabase(file);
  const use = database.prepare(
    `INSERT INTO observations (key_seq, used_hour, used_at, seen_at, quiet_from, quiet_until)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const told = database.prepare(
    `UPDATE keys SET last_used_kind = 'at', last_used_at = ?, looked_at = NULL WHERE seq = ?`,
  );
  for (const { key, uses, createdAt = made } of histories) {
    const seq = database.prepare('SELECT seq FROM keys WHERE name = ?').pluck().get(key);
    database.prepare('DELETE FROM observations WHERE key_seq = ?').run(seq);
    let before = createdAt;
    for (const at of uses.toSorted((a, b) => a - b)) {
      use.run(seq, Math.floor(at / hour), at, at + hour / 4, before, at - hour / 4);
      before = at;
    }
    told.run(new Date(before).toISOString(), seq);
  }
  database.prepare('UPDATE workspaces SET looked_at = ?').run(lookedAt);
  database.exec('DELETE FROM key_index');
  database.close();
}
