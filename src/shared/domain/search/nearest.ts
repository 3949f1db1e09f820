/** The known word that a mistyped one most likely stands for. */

/** More slips than this are another word. */
const mostSlips = 2;

export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((word) => ({ word, slips: word.startsWith(typed) && typed !== '' ? 0 : slips(typed, word) }))
    .sort((a, b) => a.slips - b.slips);
  const best = ranked[0];
  // In a short word two slips leave nothing of it.
  return best && best.slips <= Math.min(mostSlips, typed.length - 1) ? best.word : undefined;
}

/** Letters to insert, remove or replace to get from one word to the other. */
function slips(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
