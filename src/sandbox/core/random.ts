// A seeded stream of choices, so that a built-in world is the same on every machine and every start.
import { createHash } from 'node:crypto';

/** Choices from one stream: the same calls in the same order give the same results. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Picks by weight. */
  weighted<T extends { weight: number }>(from: readonly T[]): T;
}

/** Streams of different seeds are independent, so that one workspace can grow without changing the next. */
export function seededRandom(seed: string): Random {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);

  /** The mulberry32 generator: uniform in [0, 1). Good enough to make up a history, not to make a secret. */
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  function element<T>(from: readonly T[], index: number): T {
    const chosen = from[index];
    if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
    return chosen;
  }

  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));

  return {
    int,
    chance: (probability) => next() < probability,
    pick: (from) => element(from, int(0, from.length - 1)),
    weighted(from) {
      let left = next() * from.reduce((sum, { weight }) => sum + weight, 0);
      const index = from.findIndex(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return element(from, index === -1 ? from.length - 1 : index);
    },
  };
}
