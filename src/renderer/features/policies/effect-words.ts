/** What a change of policies would move, in a sentence. */
import type { PolicyEffect } from '#shared/domain/policies.ts';
import { grouped, plural } from '../../lib/plural.ts';

/** "41 keys fall due earlier, 3 become overdue." */
export function effectWords({ earlier, later, becomeOverdue, noLongerOverdue }: PolicyEffect): string {
  const parts = [
    earlier > 0 && `${plural(earlier, 'key falls', 'keys fall')} due earlier`,
    becomeOverdue > 0 && `${grouped(becomeOverdue)} ${becomeOverdue === 1 ? 'becomes' : 'become'} overdue`,
    later > 0 && `${plural(later, 'key falls', 'keys fall')} due later or never`,
    noLongerOverdue > 0 &&
      `${grouped(noLongerOverdue)} ${noLongerOverdue === 1 ? 'is' : 'are'} not overdue any more`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'No key falls due on another day.' : `${parts.join(', ')}.`;
}
