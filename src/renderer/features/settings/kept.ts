/** Settings that outlive the window. Keeping one never holds anything up: at worst the next start has the one before. */
import { defaultSettings, type Settings } from '#shared/ipc/settings.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export async function readSettings(): Promise<Readonly<Settings>> {
  const result = await answer(bridge().settingsRead({}));
  return result.ok ? result.value : defaultSettings;
}

export function keep(change: Partial<Settings>): void {
  void answer(bridge().settingsWrite(change));
}
