/** What Latchkey runs on, and where it keeps credentials. */
import { create } from 'zustand';
import type { SecretStoreState } from '#shared/ipc/app.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../lib/bridge.ts';

type AppInfoState = { info: CallOutput<'app.info'> | null };

export const useAppInfo = create<AppInfoState>(() => ({ info: null }));

export function followAppInfo(): () => void {
  let newer: SecretStoreState | null = null;
  const stop = bridge().onAppSecretStoreChanged((secretStore) => {
    newer = secretStore;
    useAppInfo.setState(({ info }) => ({ info: info && { ...info, secretStore } }));
  });
  void answer(bridge().appInfo({})).then((result) => {
    if (result.ok)
      useAppInfo.setState({ info: { ...result.value, secretStore: newer ?? result.value.secretStore } });
  });
  return stop;
}
