/** Takes a database file out of the way under a name that says what it is. Nothing is ever deleted or written over. */
import { existsSync, renameSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** What belongs to a SQLite file and means nothing without it. The file itself comes last: until then nothing is lost. */
const parts = ['-wal', '-shm', ''] as const;

/**
 * Renames `latchkey.db` to `latchkey.damaged-20260901-080000.db`, with its log beside it, and answers the new path. The
 * time is UTC. Either all parts are renamed or, with an error of the file system, none.
 */
export function moveAside(file: string, at: Date): string {
  const target = freeName(file, at);
  const moved: string[] = [];
  try {
    for (const part of parts) {
      if (!existsSync(file + part)) continue;
      renameSync(file + part, target + part);
      moved.push(part);
    }
  } catch (error) {
    for (const part of moved) renameSync(target + part, file + part);
    throw error;
  }
  return target;
}

function freeName(file: string, at: Date): string {
  const { name, ext } = parse(file);
  const time = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`;
    const candidate = join(dirname(file), `${name}.damaged-${time}${suffix}${ext}`);
    if (parts.every((part) => !existsSync(candidate + part))) return candidate;
  }
}
