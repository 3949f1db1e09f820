/** What can be wrong with the CLI's file, in sentences. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { AppError } from '../system/app-error.ts';
import type { CliConfigProblem } from './config.ts';

const elsewhere = 'Choose another file, or sign in with the CLI again (roboflow auth login).';

/** `path`: as people write it. */
export function contentProblem(problem: CliConfigProblem, path: string): ErrorInfo {
  const messages: Readonly<Record<CliConfigProblem, string>> = {
    'not-json': `${path} is not readable as JSON.`,
    'other-json': `${path} is not a configuration of the Roboflow CLI: it names no workspaces.`,
    'no-keys': `${path} holds no key: the CLI is signed in to no workspace.`,
  };
  return { code: 'file', message: messages[problem], hint: elsewhere };
}

export function fileProblem(error: unknown, path: string): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const messages: Readonly<Record<string, string>> = {
    ENOENT: `${path} is not there any more, or it is a link to a file that is not.`,
    ELOOP: `${path} is a link that leads back to itself.`,
    EACCES: `You may not read ${path}.`,
    EPERM: `You may not read ${path}.`,
    ENXIO: notAFile(path),
    EISDIR: notAFile(path),
  };
  return refused(
    messages[code] ?? `${path} could not be read${code ? ` (${code})` : ''}.`,
    code === 'EACCES' || code === 'EPERM'
      ? 'Ask whoever owns the file, or choose another one.'
      : 'Choose another file.',
  );
}

export function notAFile(path: string): string {
  return `${path} is a folder or a device, and no file.`;
}

/** `size`: in bytes. */
export function tooLarge(path: string, size: number): AppError {
  const megabytes = Math.ceil(size / 1_000_000);
  return refused(
    `${path} has ${megabytes} MB. A configuration of the CLI has a few lines, so nothing of it was read.`,
    'Choose another file.',
  );
}

export function refused(message: string, hint?: string): AppError {
  return new AppError({ code: 'file', message, ...(hint !== undefined && { hint }) });
}
