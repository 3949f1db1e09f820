/** Puts a changed configuration in the place of the CLI's own, in one step, with its owner and permissions. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../system/app-error.ts';
import { refused } from './file-problems.ts';
import type { CliFileContent } from './read-file.ts';

const tryAgain = 'Nothing was changed.';

/**
 * A link stays one: what it points to is replaced. Throws `AppError` `file` where the file changed since it was read, or
 * where the system does not let it be replaced; then it is as it was.
 */
export async function rewriteCliFile(before: CliFileContent, content: string, shown: string): Promise<void> {
  const { realPath, mode, uid, gid } = before;
  const beside = join(dirname(realPath), `.${randomBytes(8).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      const { uid: mine, gid: ours } = await file.stat();
      if (mine !== uid || ours !== gid) await file.chown(uid, gid);
      await file.chmod(mode & 0o777);
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    // As late as can be: the CLI may have signed in somewhere meanwhile.
    if ((await readFile(realPath, 'utf8')) !== before.content) {
      throw refused(`${shown} was changed meanwhile. ${tryAgain}`, 'Look at it again, then decide.');
    }
    await rename(beside, realPath);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw refused(
      `${shown} could not be replaced${code}. ${tryAgain}`,
      'Take the keys out by hand, or sign out with the CLI (roboflow auth logout).',
    );
  }
}
