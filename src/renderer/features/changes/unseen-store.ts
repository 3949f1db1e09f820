/** How many changes by others nobody has looked at yet, for the sidebar. */
import { create } from 'zustand';
import { answer, bridge } from '../../lib/bridge.ts';

export const useUnseen = create<{ count: number }>(() => ({ count: 0 }));

let reading = false;
let again = false;

/** One reading at a time, and one more where something happened meanwhile: a sync tells of every workspace. */
async function read(): Promise<void> {
  again = reading;
  if (reading) return;
  reading = true;
  const result = await answer(bridge().changesUnseen({}));
  reading = false;
  if (result.ok) useUnseen.setState(result.value);
  if (again) void read();
}

export function followUnseen(): () => void {
  void read();
  const stops = [
    bridge().onInventoryChanged(() => void read()),
    bridge().onChangesChanged(() => void read()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
