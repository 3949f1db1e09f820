// Judges a requested grant: what it means, and whether the caller may hand it out.
import { expandScopes } from './catalogue.ts';
import { coversFolders, coversScopes, type Reach } from './reach.ts';
import { beyondCaller, invalid } from './refusals.ts';

/** The leaves to store for `written`; refuses unknown names with 400 and abilities beyond the caller's with 403. */
export function requestedScopes(caller: Reach, written: string[] | null): string[] | null {
  const scopes = written && knownLeaves(written);
  if (!coversScopes(caller, scopes)) {
    throw beyondCaller(
      scopes === null
        ? 'Only an API key with full access can give full access.'
        : 'The scopes go beyond those of the API key that asks for them.',
    );
  }
  return scopes;
}

function knownLeaves(written: string[]): string[] {
  const expansion = expandScopes(written);
  if (!expansion.ok) throw invalid(`"${expansion.unknown}" is not a known scope.`);
  return expansion.leaves;
}

/** The folders to store; `known` are the workspace's folder ids. An unknown id is 400, one out of reach 403. */
export function requestedFolders(caller: Reach, wanted: string[], known: readonly string[]): string[] {
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown !== undefined) throw invalid(`"${unknown}" is not a folder of this workspace.`);
  if (!coversFolders(caller, wanted)) {
    throw beyondCaller(
      wanted.length === 0
        ? 'A workspace-wide key needs an API key that reaches all folders.'
        : 'The folders go beyond those of the API key that asks for them.',
    );
  }
  return [...new Set(wanted)];
}
