/** The Roboflow CLI's file in words, and which of its workspaces are here already. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { CliFile, CliWorkspace } from '#shared/ipc/cli-import.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { plural } from '../../lib/plural.ts';

/** How far one workspace has got. `already`: connected before, and left as it was. */
export type ImportState =
  | { kind: 'waiting' }
  | { kind: 'checking' }
  | { kind: 'connected'; keptIn: 'keychain' | 'session' }
  | { kind: 'already' }
  | { kind: 'stopped' }
  | { kind: 'refused'; error: ErrorInfo };
export type ImportLine = { workspace: CliWorkspace; state: ImportState };

export const stateWords: Readonly<
  Record<ImportState['kind'], { text: string; tone: 'neutral' | 'good' | 'bad' | 'warn' }>
> = {
  waiting: { text: 'Waiting', tone: 'neutral' },
  checking: { text: 'Checking…', tone: 'neutral' },
  connected: { text: 'Connected', tone: 'good' },
  already: { text: 'Connected already', tone: 'neutral' },
  stopped: { text: 'Stopped', tone: 'warn' },
  refused: { text: 'Refused', tone: 'bad' },
};

/** What lies there, said plainly. */
export function keysInFile({ workspaces, path }: Pick<CliFile, 'workspaces' | 'path'>): string {
  return `The Roboflow CLI keeps ${plural(workspaces.length, 'key')} in plain text in ${path}.`;
}

/** "2 connected, 1 refused", for those that are through. */
export function summaryOf(lines: readonly ImportLine[]): string {
  const count = (kind: ImportState['kind']) => lines.filter(({ state }) => state.kind === kind).length;
  const parts = [
    [count('connected'), 'connected'],
    [count('already'), 'connected already'],
    [count('refused'), 'refused'],
    [count('stopped'), 'stopped'],
  ] as const;
  return parts.flatMap(([many, word]) => (many > 0 ? [`${many} ${word}`] : [])).join(', ');
}

/** Main says the last word: it reads the address anew, and asks the platform which workspace a key is of. */
export function isConnected(
  { slug }: CliWorkspace,
  baseUrl: string,
  list: readonly Pick<Workspace, 'platform' | 'slug' | 'baseUrl'>[],
): boolean {
  const address = plainAddress(baseUrl);
  return list.some(
    (each) => each.platform === 'roboflow' && each.slug === slug && plainAddress(each.baseUrl) === address,
  );
}

function plainAddress(typed: string): string {
  const url = URL.parse(typed.trim());
  return url ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : typed;
}
