// The folder the world lives in: the caller's own and kept, or a temporary one that goes when the sandbox does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from './failure.ts';

export interface DataFolder {
  path: string;
  /** Removes a temporary folder; leaves the caller's own alone. */
  discard(): void;
}

/** Throws StartFailure `data-folder` where no temporary folder can be made; an own folder is checked on opening. */
export function dataFolder(own: string | undefined): DataFolder {
  if (own !== undefined) return { path: own, discard() {} };
  const path = temporaryFolder();
  return { path, discard: () => rmSync(path, { recursive: true, force: true }) };
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'latchkey-sandbox-'));
  } catch {
    throw new StartFailure(
      'data-folder',
      `No temporary folder can be made in ${tmpdir()}. Name a folder with --data.`,
    );
  }
}
