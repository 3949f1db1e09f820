/** Reads the CLI's file with care: it was made by somebody else, and what it is may be anything. */
import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { AppError } from '../system/app-error.ts';
import { fileProblem, notAFile, refused, tooLarge } from './file-problems.ts';

/** In bytes. A configuration with a thousand workspaces has less than half of it. */
const largest = 1_000_000;

export type CliFileContent = {
  content: string;
  /** Where the content truly is: links are followed. */
  realPath: string;
  isLink: boolean;
  mode: number;
  uid: number;
  gid: number;
};

/** `shown`: the path as people write it. Null where there is none. Throws `AppError` `file` for everything else. */
export async function readCliFile(path: string, shown: string): Promise<CliFileContent | null> {
  try {
    const isLink = (await lstat(path)).isSymbolicLink();
    const realPath = await realpath(path);
    // Not blocking: a pipe with nobody at its other end would be waited for.
    const file = await open(realPath, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      const { size, mode, uid, gid } = found;
      if (!found.isFile()) throw refused(notAFile(shown), 'Choose another file.');
      if (size > largest) throw tooLarge(shown, size);
      // One byte more than may be there, in case it grows meanwhile.
      const { buffer, bytesRead } = await file.read(Buffer.alloc(largest + 1), 0, largest + 1, 0);
      if (bytesRead > largest) throw tooLarge(shown, bytesRead);
      const content = buffer.subarray(0, bytesRead).toString('utf8');
      buffer.fill(0);
      return { content, realPath, isLink, mode, uid, gid };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error) && !(await isThere(path))) return null;
    throw error instanceof AppError ? error : fileProblem(error, shown);
  }
}

/** What should not be so about the file itself. Windows has no such bits. */
export function warningsAbout(
  { isLink, mode, uid }: CliFileContent,
  { realShown, me }: { realShown: string; me: number | undefined },
): string[] {
  const warnings: string[] = [];
  if (isLink) warnings.push(`It is a link to ${realShown}.`);
  if (me === undefined) return warnings;
  if (uid !== me && uid !== 0) {
    warnings.push(
      'It belongs to another user of this computer, who can put other keys there: look twice at what you connect.',
    );
  }
  if (mode & 0o004) {
    warnings.push(
      'Every user of this computer can read it. Roll its keys where that was never meant to be so.',
    );
  } else if (mode & 0o040) {
    warnings.push('Other users of its group can read it. Roll its keys where that was never meant to be so.');
  }
  return warnings;
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A link that leads nowhere is there all the same. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
