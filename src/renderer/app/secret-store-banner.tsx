import { KeychainNotice } from '../features/connections/keychain-notice.tsx';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { useAppInfo } from './app-info-store.ts';

/**
 * Says what is wrong with the keychain, or that sign-ins last for this session only, and the way out. Nothing where it
 * works, or where all sign-ins are the embedded sandbox's, which come back by themselves.
 */
export function SecretStoreBanner({ banner = true }: { banner?: boolean }) {
  const secretStore = useAppInfo((state) => state.info?.secretStore);
  const onlySandbox = useWorkspaces(
    ({ list }) => list?.length !== 0 && list?.every(({ embedded }) => embedded),
  );
  const fine = secretStore?.driver !== 'memory' && secretStore?.state === 'available';
  if (!secretStore || fine || onlySandbox) return null;
  return <KeychainNotice banner={banner} />;
}
