/** How many keys are in quarantine, and what happened there without anybody asking. */
import { create } from 'zustand';
import type { QuarantineNews } from '#shared/ipc/quarantine.ts';
import { answer, bridge } from '../../lib/bridge.ts';

const none: QuarantineNews = { count: 0, asking: 0, told: [], latest: [] };

export const useQuarantineNews = create<QuarantineNews>(() => none);

let lastRequest = 0;

/** Of several readings under way only the latest counts; a failed one keeps what is on screen. */
async function read(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().quarantineNews({}));
  if (request === lastRequest && result.ok) useQuarantineNews.setState(result.value, true);
}

/** What is on screen has been read; what came meanwhile stays. */
export async function dismissNews(): Promise<void> {
  const [latest] = useQuarantineNews.getState().latest;
  if (latest) await answer(bridge().quarantineNewsSeen({ upTo: latest.seq }));
}

export function followQuarantine(): () => void {
  void read();
  const stopQuarantine = bridge().onQuarantineChanged(() => void read());
  // A key that vanished or was enabled elsewhere is no word of quarantine's own.
  const stopInventory = bridge().onInventoryChanged(() => void read());
  return () => {
    stopQuarantine();
    stopInventory();
  };
}
