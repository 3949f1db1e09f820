/** A whole application core in a process of its own, which rotates a key as it is told to until it is killed. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { startServices } from '../../../../src/main/services.ts';
import { type Credentials, portsToKill } from '../../kill/ports.ts';
import { drive, quarantineDays } from './drive.ts';
import type { Point, Script } from './points.ts';
import { createTime } from './time.ts';

/** What the parent sends when it wants the desk to begin. */
export type Orders = {
  profile: string;
  credentials: Credentials;
  keyId: string;
  script: Script;
  /** Days that have passed in this test. */
  days: number;
  /** Where the store stands still; null where it does not. */
  stand: { at: number; side: Point['side'] } | null;
};
/** What the desk sends: that it lets days pass, which the platforms have to know first. */
export type Word = { days: number };

// Only a process that ends by itself would do it.
flushCompileCache();
// Loaded beforehand, so that starting takes no time when it is wanted.
const [orders] = (await once(process, 'message')) as [Orders];
const { profile, credentials, keyId, script, stand } = orders;
process.env.LATCHKEY_STAND = JSON.stringify(stand ?? {});

const time = createTime(orders.days);
const services = await startServices({
  ...portsToKill(profile, credentials, 'standing-store'),
  clock: time.clock,
  timer: time.timer,
});
if (script === 'bin') services.begin(false);
const { runs } = await services.handlers['runs.start']({
  keyIds: [keyId],
  reason: 'planned',
  quietHours: 0,
  disabledDays: quarantineDays,
});
const [run] = runs;
if (!run) throw new Error('The run was refused.');
const driven = {
  call: services.handlers,
  async wait(days: number) {
    process.send?.({ days } satisfies Word);
    await once(process, 'message');
    time.add(days);
    await time.ring();
  },
};
await drive(driven, run.id, script);
await services.close();
process.stdout.write('not stopped\n');
