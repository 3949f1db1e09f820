/** Puts what the preflight says of many wishes beside what a platform answers to them. */
import fc from 'fast-check';

type Asked = { said: string; answered: string };

/** Asked at once: enough to be quick, and few enough for one server. */
const together = 25;

/** The cases in which both disagree; and how often each answer came, so that none of the rules goes untried. */
export async function compare<Pair>(
  pairs: readonly Pair[],
  ask: (pair: Pair, index: number) => Promise<Asked>,
): Promise<{ wrong: unknown[]; tally: ReadonlyMap<string, number> }> {
  const wrong: unknown[] = [];
  const tally = new Map<string, number>();
  for (let start = 0; start < pairs.length; start += together) {
    const some = pairs.slice(start, start + together);
    const results = await Promise.all(some.map((pair, offset) => ask(pair, start + offset)));
    for (const [offset, { said, answered }] of results.entries()) {
      tally.set(answered, (tally.get(answered) ?? 0) + 1);
      if (said !== answered) wrong.push({ pair: some[offset], said, answered });
    }
  }
  return { wrong, tally };
}

/** For the message of a failure: with it the same pairs are drawn again. */
export const drawnBy = `LATCHKEY_TEST_SEED=${fc.readConfigureGlobal().seed}`;
