/** Where a desk is killed: which change, and how far it has come. A seed decides, within a fixed share for each. */
import { seededRandom } from '../../../src/sandbox/core/random.ts';

/** In the order in which a change passes them; all of them lie between its intent and its stored answer. */
export const windows = [
  /** The intent is in the file, nothing was sent. */
  'intent written',
  /** The platform has not got the request yet. */
  'request on the wire',
  /** The platform has carried it out, not a byte of its answer has arrived. */
  'answer on the wire',
  'answer cut short',
  /** Nothing of the answer is stored. */
  'answer received',
  /** The inventory has it, the intent does not. */
  'inventory written',
  'outcome on its way',
] as const;
export type Window = (typeof windows)[number];

/** Windows in which the store's thread stands still; in the others the wire does. */
export const storeWindows: ReadonlySet<Window> = new Set([
  'intent written',
  'answer received',
  'inventory written',
  'outcome on its way',
]);

/** `restore`: a roll whose metadata the platform dropped, killed while it is written into the new key. */
export const changes = ['create', 'rename', 'edit-scope', 'disable', 'delete', 'roll', 'restore'] as const;
export type Change = (typeof changes)[number];

/** Over and stored when they answer; what a roll still does afterwards would be counted as another change. */
const endAtOnce: readonly Change[] = ['create', 'rename', 'edit-scope', 'disable', 'delete'];

export type Point = {
  window: Window;
  /** Done one after the other; in the last one the desk is killed. */
  changes: readonly Change[];
  /** How much of the answer arrives, where it is cut: a share of its bytes. */
  share: number;
  /** A request that was on the wire arrives after all when its sender is gone. */
  arrivesLate: boolean;
  /** What the person answers where a key without its secret is found. */
  answer: 'keep' | 'delete';
};

/** How many changes are begun, and sent, up to the one that is killed. */
export function countOf({ changes: made }: Point): number {
  return made.length + (made.at(-1) === 'restore' ? 1 : 0);
}

/** A whole deck has every change in every window before one of them comes again. */
export function drawPoints(seed: string, count: number): Point[] {
  const random = seededRandom(`kill ${seed}`);
  const points: Point[] = [];
  while (points.length < count) {
    const deck = windows.flatMap((window) => changes.map((last) => ({ window, last })));
    for (const { window, last } of shuffled(deck, () => random.int(0, 1_000_000))) {
      const before = Array.from({ length: random.int(0, 2) }, () => random.pick(endAtOnce));
      points.push({
        window,
        changes: [...before, last],
        share: random.int(1, 98) / 100,
        arrivesLate: random.chance(0.5),
        answer: random.pick(['keep', 'delete'] as const),
      });
    }
  }
  return points.slice(0, count);
}

function shuffled<Item>(items: readonly Item[], draw: () => number): Item[] {
  return items
    .map((item) => ({ item, place: draw() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
