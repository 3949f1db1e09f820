import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/store/database.ts';
import { applicationId } from '../../../src/main/store/migrate.ts';
import { type Migration, migrations } from '../../../src/main/store/migrations/index.ts';
import { StoreError } from '../../../src/main/store/store-error.ts';
import { temporaryFolder } from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const latest = migrations.at(-1)?.version ?? 0;

function refusal(file: string, using: readonly Migration[] = migrations): StoreError {
  try {
    openDatabase(file, using).close();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('The database was opened.');
}

function inHeader(file: string) {
  const database = new SqliteDatabase(file, { readonly: true });
  const read = (pragma: string) => database.pragma(pragma, { simple: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const header = { version: read('user_version'), application: read('application_id'), tables };
  database.close();
  return header;
}

/** A file that some other program, or some other version, left in our place. */
function prepare(statements: string): Buffer {
  const database = new SqliteDatabase(folder.file);
  database.exec(statements);
  database.close();
  return readFileSync(folder.file);
}

describe('a database file', () => {
  it('is made with its folder, migrated, and ours', () => {
    const file = join(folder.path, 'not/there/yet/latchkey.db');
    const database = openDatabase(file);
    const set = (pragma: string) => database.pragma(pragma, { simple: true });
    expect([set('journal_mode'), set('foreign_keys'), set('trusted_schema'), set('synchronous')]).toEqual([
      'wal',
      1,
      0,
      1,
    ]);
    database.close();
    expect(inHeader(file)).toMatchObject({ version: latest, application: applicationId });
  });

  it('opens again without running a migration twice', () => {
    openDatabase(folder.file).close();
    openDatabase(folder.file).close();
    expect(inHeader(folder.file).version).toBe(latest);
  });

  it('made by a newer Latchkey is refused, untouched, and no deletion is offered', () => {
    openDatabase(folder.file).close();
    const before = prepare(`PRAGMA user_version = ${latest + 10}`);
    const error = refusal(folder.file);
    expect(error.kind).toBe('newer');
    expect(error.message).toContain('newer version');
    expect(`${error.message} ${error.info.hint}`).not.toMatch(/delete|remove|reset/i);
    expect(readFileSync(folder.file)).toEqual(before);
  });

  it.each([
    ['tables of its own', 'CREATE TABLE recipes (name TEXT)'],
    ['a mark of its own', 'PRAGMA application_id = 4242; CREATE TABLE recipes (name TEXT)'],
    ['a version of its own', 'PRAGMA user_version = 3'],
  ])('of another program, with %s, is refused untouched', (_what, statements) => {
    const before = prepare(statements);
    expect(refusal(folder.file).kind).toBe('foreign');
    expect(readFileSync(folder.file)).toEqual(before);
  });

  it('that is no database is corrupt, and left as it is', () => {
    const text = 'Dear diary, this is not a database.\n'.repeat(200);
    writeFileSync(folder.file, text);
    expect(refusal(folder.file).kind).toBe('corrupt');
    expect(readFileSync(folder.file, 'utf8')).toBe(text);
  });

  it('whose schema is torn is corrupt', () => {
    openDatabase(folder.file).close();
    const bytes = readFileSync(folder.file);
    // Keeps the header, so that it still looks like ours, and tears the rest of the first page.
    bytes.fill(0xab, 100, 4096);
    writeFileSync(folder.file, bytes);
    expect(refusal(folder.file).kind).toBe('corrupt');
  });

  it('that cannot be made or written is unwritable', () => {
    writeFileSync(join(folder.path, 'file'), '');
    expect(refusal(join(folder.path, 'file/latchkey.db')).kind).toBe('unwritable');
    mkdirSync(join(folder.path, 'folder.db'));
    expect(refusal(join(folder.path, 'folder.db')).kind).toBe('unwritable');
  });
});

describe('migrations', () => {
  const second: Migration = {
    version: latest + 10,
    up: (database) => void database.exec('CREATE TABLE later (x)'),
  };
  const broken: Migration = {
    version: latest + 20,
    up: (database) => void database.exec('CREATE TABLE half (x); CREATE TABLE half (x)'),
  };

  it('are numbered in tens, each once, in order', () => {
    const versions = migrations.map((migration) => migration.version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.every((version) => version % 10 === 0)).toBe(true);
  });

  it('that are pending run on a file of an older version', () => {
    openDatabase(folder.file).close();
    openDatabase(folder.file, [...migrations, second]).close();
    expect(inHeader(folder.file).version).toBe(second.version);
    expect(inHeader(folder.file).tables).toContain('later');
  });

  it('run all or not at all', () => {
    openDatabase(folder.file).close();
    expect(refusal(folder.file, [...migrations, second, broken]).kind).toBe('failed');
    expect(inHeader(folder.file).version).toBe(latest);
    expect(inHeader(folder.file).tables).not.toContain('later');
  });
});
