/** The store's worker on a disk that fills up: SQLite itself refuses pages past the few that are left. */
import SqliteDatabase from 'better-sqlite3';

const spare = 8;
const pragma = SqliteDatabase.prototype.pragma;
SqliteDatabase.prototype.pragma = function limited(source, options) {
  const answer = pragma.call(this, source, options);
  // The last setting of an opening; from then on there is hardly any room.
  if (source.startsWith('wal_autocheckpoint')) {
    const pages = Number(pragma.call(this, 'page_count', { simple: true }));
    pragma.call(this, `max_page_count = ${pages + spare}`);
  }
  return answer;
};
await import('../../src/main/store/worker.ts');
