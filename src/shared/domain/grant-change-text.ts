/** What a changed grant means, in words: what the key can do now that it could not before, and the other way round. */
import { cellName } from './datature-vi-access.ts';
import { type Grant, isFullAccess, listedScopes } from './grant.ts';
import { diffGrants } from './grant-diff.ts';
import { grantLabels, grantSentence } from './grant-text.ts';

/** One to three sentences without a subject: "Can now delete folders. Can no longer tag images." Never empty. */
export function grantChangeSentence(before: Grant, after: Grant): string {
  const { gained, lost, fullAccess, publicity } = diffGrants(before, after);
  const now = grantSentence(after).replace(/^This key can /, '');
  const sentences = [
    ...(fullAccess === 'gained' ? ['Can now do everything in the workspace.'] : []),
    ...(fullAccess === 'lost'
      ? [`Can no longer do everything, only ${now.replace(/^do nothing\.$/, 'nothing.')}`]
      : []),
    ...(gained.length > 0 ? [`Can now ${abilities(after, gained, before)}`] : []),
    ...(lost.length > 0 ? [`Can no longer ${abilities(before, lost, after)}`] : []),
    ...(publicity === 'gained' ? ['Is public now: anyone may hold it.'] : []),
    ...(publicity === 'lost' ? ['Is not public any more.'] : []),
  ];
  if (sentences.length === 0) return 'Its scope is written differently, but it can do the same.';
  return sentences.join(' ');
}

/**
 * Before and after as the scope column would have shown them: "Inference → Full access". Between two lists of scopes, which
 * look alike there, what was added and removed: "+ folder:delete, − image:tag".
 */
export function grantStep(before: Grant, after: Grant): string {
  const { added, removed } = diffGrants(before, after);
  const lists = [before, after].every((grant) => grantLabels(grant).emphasis === 'plain');
  if (lists && added.length + removed.length > 0)
    return [...added.map((scope) => `+ ${scope}`), ...removed.map((scope) => `− ${scope}`)].join(', ');
  return `${labelOf(before)} → ${labelOf(after)}`;
}

export function labelOf(grant: Grant): string {
  const { labels, more } = grantLabels(grant);
  return [...labels, ...(more > 0 ? [`+${more}`] : [])].join(' ');
}

/** Some scopes of a grant as the end of a sentence. What the other grant allows as well is left out. */
function abilities(grant: Grant, scopes: readonly string[], other: Grant): string {
  const words = grantSentence(partOf(grant, scopes)).replace(/^This key can /, '');
  const stillInfers =
    grant.platform === 'workspace-keys' &&
    scopes.includes('project') &&
    !isFullAccess(other) &&
    listedScopes(other).includes('inference');
  return stillInfers ? words.replace(', train models and make predictions', ' and train models') : words;
}

function partOf(grant: Grant, scopes: readonly string[]): Grant {
  switch (grant.platform) {
    case 'roboflow':
      return { ...grant, scopes: [...scopes] };
    case 'datature-vi':
      return {
        ...grant,
        access: grant.access.filter((each) => scopes.includes(cellName(each, grant.permission))),
      };
    case 'workspace-keys':
      return { ...grant, scopes: [...scopes], public: false };
  }
}
