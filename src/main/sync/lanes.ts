/** Who may ask now: so many at a time, and at one host fewer, so that a host that hangs leaves room for the others. */
import PQueue from 'p-queue';

/** Three hosts can hang with everything they have before a fourth has to wait. */
const atOnce = 24;
/** With 50 ms a request, 8 take a seventh of the time of 1, and few platforms mind. */
const atOneHost = 8;

export type Lanes = {
  /** Does the work as soon as there is room, first come, first served. */
  through<Value>(host: string, work: () => Promise<Value>): Promise<Value>;
};

export function createLanes(): Lanes {
  const all = new PQueue({ concurrency: atOnce });
  const lanes = new Map<string, PQueue>();
  return {
    through(host, work) {
      const lane = lanes.get(host) ?? new PQueue({ concurrency: atOneHost });
      lanes.set(host, lane);
      return lane.add(() => all.add(work));
    },
  };
}
