/** How far the platforms' clocks are from this computer's. */
import { create } from 'zustand';
import type { HostClock } from '#shared/ipc/sync.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export const useClocks = create<{ clocks: readonly HostClock[] }>(() => ({ clocks: [] }));

/** Milliseconds by which the clock of a base URL's host is ahead of ours; below 0 it is behind, 0 where it is about right. */
export function useClockOf(baseUrl: string | undefined): number {
  return useClocks(({ clocks }) => {
    if (baseUrl === undefined) return 0;
    const { host } = new URL(baseUrl);
    return clocks.find((clock) => clock.host === host)?.ahead ?? 0;
  });
}

/** Follows what main measures; returns how to stop. */
export function followClocks(): () => void {
  let heard = false;
  const stop = bridge().onSyncClocks((clocks) => {
    heard = true;
    useClocks.setState({ clocks });
  });
  void answer(bridge().syncClocks({})).then((result) => {
    if (result.ok && !heard) useClocks.setState({ clocks: result.value });
  });
  return stop;
}
