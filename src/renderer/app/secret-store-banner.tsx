import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { Notice } from '../ui/notice.tsx';
import { useAppInfo } from './app-info-store.ts';

/**
 * Says that sign-ins last for this session only, and why. Nothing where there is a keychain, or where all sign-ins are
 * the embedded sandbox's, which come back by themselves.
 */
export function SecretStoreBanner({ banner = true }: { banner?: boolean }) {
  const secretStore = useAppInfo((state) => state.info?.secretStore);
  const onlySandbox = useWorkspaces(
    ({ list }) => list?.length !== 0 && list?.every(({ embedded }) => embedded),
  );
  if (secretStore?.driver !== 'memory' || onlySandbox) return null;
  return (
    <Notice
      tone="warn"
      banner={banner}
      message="Credentials are kept for this session only."
      hint={secretStore.reason}
    />
  );
}
