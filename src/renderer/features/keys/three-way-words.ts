/** What a save over somebody else's change costs, line by line. Pure. */
import { accessLabel, permissionLabel } from '#shared/domain/datature-vi-access.ts';
import type { GrantMerge, Undone } from '#shared/domain/grant-merge.ts';
import { scopeWords } from '../scope-editor/scope-words.ts';

/** `gained`: the key can do more for it. `scope`: what the line is about, where it is one scope. */
export type CostLine = { gained: boolean; text: string; scope?: string };

/** What is taken back of the change that `whose` made; empty where nothing is. */
export function costLines(
  { taken, given, fullAccess, publicity, level }: Undone,
  whose: 'their' | 'your',
): CostLine[] {
  return [
    ...(fullAccess === 'lost'
      ? [{ gained: false, text: `Ends ${whose} full access: the key can do only what is chosen.` }]
      : []),
    ...(fullAccess === 'gained' ? [{ gained: true, text: 'Gives full access, which had been ended.' }] : []),
    ...(publicity === 'lost' ? [{ gained: false, text: 'Is not public, although it was made so.' }] : []),
    ...(publicity === 'gained' ? [{ gained: true, text: 'Is public again: anyone may hold it.' }] : []),
    ...(level
      ? [
          {
            gained: false,
            text: `${permissionLabel(level.instead)} takes the place of ${whose} ${permissionLabel(level.theirs)}.`,
          },
        ]
      : []),
    ...taken.map((scope) => ({
      gained: false,
      text: `Without ${whose} addition: ${scopeWords(scope)}`,
      scope,
    })),
    ...given.map((scope) => ({
      gained: true,
      text: `In spite of ${whose} removal: ${scopeWords(scope)}`,
      scope,
    })),
  ];
}

/** What does not go together when one change is put on top of the other. */
export function conflictLines({ theirsLost, yoursLost, further }: GrantMerge): CostLine[] {
  return [
    ...costLines(theirsLost, 'their'),
    ...costLines(yoursLost, 'your'),
    ...further.map((scope) => ({ gained: true, text: `What neither chose: ${cellInWords(scope)}`, scope })),
  ];
}

/** "Training at Full, create workflows ..." */
function cellInWords(scope: string): string {
  const [access = '', level = ''] = scope.split(':');
  return `${accessLabel(access)} at ${permissionLabel(level)} (${scopeWords(scope)})`;
}
