// Decides what happens to a request: the same seed and the same order of requests give the same decisions.
import { type Random, seededRandom } from '../core/random.ts';
import { hashSecret } from '../core/secrets.ts';
import { FAULTS, type Fault, type Trouble } from './trouble.ts';

/**
 * A stream of choices for each request. Requests are counted for each credential and resource on its own, so that two
 * workspaces read at the same time do not change each other's luck by who comes first.
 */
export function streams(seed: string): (request: Request) => Random {
  const counts = new Map<string, number>();
  return (request) => {
    const lane = laneOf(request);
    const count = (counts.get(lane) ?? 0) + 1;
    counts.set(lane, count);
    return seededRandom(`${seed} ${lane} ${count}`);
  };
}

/** Ids of keys are random and so left out: a key made anew each time would otherwise have a fate of its own. */
function laneOf({ method, url, headers }: Request): string {
  const path = new URL(url).pathname.replace(/keys\/[^/]+/, 'keys/one');
  return `${method} ${path} ${hashSecret(headers.get('authorization') ?? '').toString('base64')}`;
}

export function drawFault(trouble: Trouble, random: Random): Fault | null {
  const well = Math.max(0, 1 - FAULTS.reduce((sum, fault) => sum + trouble[fault], 0));
  const odds = FAULTS.map((fault): { fault: Fault | null; weight: number } => ({
    fault,
    weight: trouble[fault],
  }));
  return random.weighted([...odds, { fault: null, weight: well }]).fault;
}
