/** Writes a secret, or whatever else is nobody else's business, into a file that its owner alone can read, at every moment. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../system/app-error.ts';

/** Read and write for the owner, nothing for anybody else. Windows has no such bits: there the folder decides. */
const ownerOnly = 0o600;

/**
 * Asks where to save, under a title for the systems that show one; null when the person thought better of it. The system asks
 * itself before a file is replaced.
 */
export type SaveDialog = (suggestedName: string, title: string) => Promise<string | null>;

/** What is saved, as the sentence about its failure begins; and what to do where the system's code says nothing better. */
type Subject = { name: string; otherwise: string };

const secretItself: Subject = {
  name: 'The secret',
  otherwise: 'Choose another folder, or hand the secret over in another way.',
};

/**
 * A new file is made with its final permissions. One that is there (the dialog asked about that) is replaced in one step by
 * a finished file, so that nobody reads half a secret, or a whole one under the old permissions. Throws `AppError` `file`.
 */
export async function saveToFile(path: string, content: Buffer, subject = secretItself): Promise<void> {
  try {
    await writeNew(path, content);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw saveProblem(error, path, subject);
    await replace(path, content, subject);
  }
}

async function replace(path: string, content: Buffer, subject: Subject): Promise<void> {
  const beside = join(dirname(path), `.${randomBytes(8).toString('hex')}.part`);
  try {
    await writeNew(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw saveProblem(error, path, subject);
  }
}

async function writeNew(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', ownerOnly);
  try {
    // Before the first byte, and whatever the process's mask.
    await file.chmod(ownerOnly);
    await file.writeFile(content);
    await file.sync();
  } catch (error) {
    await file.close();
    // A part of a secret helps nobody; this file is ours, it was not there before.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  await file.close();
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Exported for its sentences. Node's own message is left out: the code says as much, and no more than it should. */
export function saveProblem(error: unknown, path: string, subject = secretItself): AppError {
  const folder = basename(dirname(path)) || dirname(path);
  const code = codeOf(error);
  const [why, hint] = sentences(folder, basename(path))[code] ?? [
    `The system refused it${code ? ` (${code})` : ''}.`,
    subject.otherwise,
  ];
  return new AppError({ code: 'file', message: `${subject.name} was not saved. ${why}`, hint });
}

function sentences(folder: string, name: string): Readonly<Record<string, [why: string, hint: string]>> {
  const elsewhere = 'Choose a folder of your own.';
  const notWritable: [string, string] = [`You may not write into the folder “${folder}”.`, elsewhere];
  const full: [string, string] = ['The disk is full.', 'Make room, or choose a folder on another disk.'];
  const notThere: [string, string] = [
    `The folder “${folder}” is not there any more.`,
    'Choose another folder.',
  ];
  return {
    EACCES: notWritable,
    EPERM: notWritable,
    EROFS: [`The folder “${folder}” can only be read.`, elsewhere],
    ENOSPC: full,
    EDQUOT: full,
    ENOENT: notThere,
    ENOTDIR: notThere,
    EISDIR: [`There is a folder with the name “${name}”.`, 'Choose another name.'],
    ENAMETOOLONG: ['The name is too long.', 'Choose a shorter name.'],
  };
}
