/** A box that stands for something main keeps: it shows at once what was pressed, and what main says once that has answered. */
import { useState } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { bridge } from '../../lib/bridge.ts';
import { type Request, useRequest } from '../../lib/use-request.ts';
import { keepRun } from './runs-store.ts';

export function useTick(
  runId: Run['id'],
  consumer: string,
  together: boolean,
): { request: Request; pressed: boolean | null; tick: (done: boolean) => Promise<void> } {
  // One for each box, so that several can be ticked one right after the other.
  const request = useRequest();
  const [pressed, setPressed] = useState<boolean | null>(null);
  const tick = async (done: boolean) => {
    setPressed(done);
    const run = await request.run(() => bridge().runsTick({ runId, consumer, done, together }));
    if (run) keepRun(run);
    setPressed(null);
  };
  return { request, pressed, tick };
}
