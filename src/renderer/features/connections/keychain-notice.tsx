/** How the keychain is, and the button that asks it again. */
import { useAppInfo } from '../../app/app-info-store.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { keychainWords } from './keychain-words.ts';

/** Asks the keychain itself, which may show the system's own prompt. Every answer comes as an event as well. */
export function tryKeychain() {
  return bridge().connectionsTryKeychain({});
}

export function KeychainNotice({
  missing = [],
  banner = false,
  onSignIn,
}: {
  /** Titles of sign-ins whose item is not there. */
  missing?: readonly string[];
  banner?: boolean;
  /** The way out where an item is missing. */
  onSignIn?: () => void;
}) {
  const info = useAppInfo((state) => state.info);
  const request = useRequest();
  if (!info) return null;
  const { tone, title, text, canTry } = keychainWords(info.secretStore, info.os, missing);

  const tryAgain = async () => {
    const secretStore = await request.run(tryKeychain);
    if (secretStore) useAppInfo.setState(({ info: now }) => ({ info: now && { ...now, secretStore } }));
  };

  return (
    <Notice tone={tone} banner={banner} message={title} hint={request.problem?.message ?? text}>
      {onSignIn && missing.length > 0 && (
        <Button variant="link" onClick={onSignIn}>
          Sign in again
        </Button>
      )}
      {canTry && (
        <Button variant="link" busy={request.busy} onClick={() => void tryAgain()}>
          Try again
        </Button>
      )}
    </Notice>
  );
}
