/** Damage as a failing disk leaves it: one page of a table unreadable, the rest of the file as it was. */
import { readFile, writeFile } from 'node:fs/promises';
import SqliteDatabase from 'better-sqlite3';

const pageSize = 4096;

/** @returns what the file holds afterwards. */
export async function damageTable(file: string, table: string): Promise<Buffer> {
  const reading = new SqliteDatabase(file, { readonly: true });
  const page = reading
    .prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' LIMIT 1")
    .pluck()
    .get(table);
  reading.close();
  const bytes = await readFile(file);
  bytes.fill(0xab, (Number(page) - 1) * pageSize, Number(page) * pageSize);
  await writeFile(file, bytes);
  return bytes;
}
