/** Where a desk that rotates a key is killed: in which run, and how far it has come. All of it is drawn from a seed. */
import type { PlatformId } from '#shared/domain/platform.ts';
import { seededRandom } from '../../../../src/sandbox/core/random.ts';
import { platformIds } from '../desk.ts';

/**
 * What a person does in the run. `straight`: from start to end. `bin`: the same, but its quarantine ends by itself. `undo`: takes
 * one step back and goes on. `cancel`: takes everything back right before the deletion.
 */
export const scripts = ['straight', 'bin', 'undo', 'cancel'] as const;
export type Script = (typeof scripts)[number];

/** What the moments are counted by: what the store is asked to write, and what goes over the wire. */
export const moments = ['store', 'write', 'read'] as const;
type Moment = (typeof moments)[number];

export type Point = {
  platform: PlatformId;
  script: Script;
  moment: Moment;
  /** How far into the run, as a share of its moments of that kind. */
  far: number;
  /** Before it happens at all; or once it has happened and nobody heard of it. */
  side: 'before' | 'after';
  /** A request that was on the wire arrives after all when its sender is gone. */
  arrivesLate: boolean;
  /** How much of an answer arrives; null for nothing. */
  share: number | null;
  /** What the person wants after the restart. */
  wants: 'carry on' | 'take back';
};

/** Every script on every platform that has it, before one comes again. */
export function drawPoints(seed: string, count: number): Point[] {
  const random = seededRandom(`runs ${seed}`);
  const pairs = platformIds.flatMap((platform) =>
    scripts
      .filter((script) => script !== 'bin' || platform === 'roboflow')
      .map((script) => ({ platform, script })),
  );
  return Array.from({ length: count }, (_, at): Point => {
    // Most of what can go wrong lies between two entries of the store.
    const kind = random.int(0, 9);
    return {
      ...(pairs[at % pairs.length] as (typeof pairs)[number]),
      moment: kind < 6 ? 'store' : kind < 9 ? 'write' : 'read',
      far: random.int(0, 999) / 1000,
      side: random.pick(['before', 'after'] as const),
      arrivesLate: random.chance(0.5),
      share: random.chance(0.5) ? random.int(1, 98) / 100 : null,
      wants: random.pick(['carry on', 'take back'] as const),
    };
  });
}
