/** The states of a keychain in words, each with its own way out. */
import type { SecretStoreState } from '#shared/ipc/app.ts';

export type KeychainWords = {
  tone: 'info' | 'warn' | 'bad';
  title: string;
  /** What it means, then what to do. */
  text: string;
  /** Whether asking the keychain again can change anything. */
  canTry: boolean;
};

type System = 'mac' | 'windows' | 'linux';

const unlock: Readonly<Record<System, string>> = {
  mac: 'Unlock it in Keychain Access, then choose Try again.',
  windows: 'Sign in to Windows again, then choose Try again.',
  linux: 'Choose Try again: the system asks for the keyring’s password. Or unlock it in Passwords and Keys.',
};
const install: Readonly<Record<System, string>> = {
  mac: 'Make a login keychain in Keychain Access, then choose Try again.',
  windows: 'Start the service Credential Manager, then choose Try again.',
  linux:
    'Install and start a Secret Service, such as GNOME Keyring or KWallet, then choose Try again. If that changes nothing, start Latchkey again.',
};
const allow: Readonly<Record<System, string>> = {
  mac: 'Open the item Latchkey in Keychain Access, allow Latchkey under Access Control, then choose Try again.',
  windows: 'Allow Latchkey in Credential Manager, then choose Try again.',
  linux:
    'Allow Latchkey in the settings of your keyring (a sandboxed package needs the Secret Service permission), then choose Try again.',
};

const startAgain = 'Start it, then choose Try again. If that changes nothing, start Latchkey again.';
const unreadable = 'Until then no credential can be read, and what is on screen stays as it was read last.';

/** `missing`: titles of sign-ins whose item the keychain does not have. */
export function keychainWords(
  { driver, state, reason }: SecretStoreState,
  os: System,
  missing: readonly string[] = [],
): KeychainWords {
  const sessionOnly = driver === 'memory';
  switch (state) {
    case 'locked':
      return {
        tone: 'warn',
        title: 'The keychain is locked.',
        text: `${sessionOnly ? reason : unreadable} ${unlock[os]}`,
        canTry: true,
      };
    case 'absent':
      return {
        tone: 'warn',
        title: sessionOnly ? 'Credentials are kept for this session only.' : 'The keychain is gone.',
        text: `${reason} ${sessionOnly ? install[os] : startAgain}`,
        canTry: true,
      };
    case 'refused':
      return {
        tone: 'bad',
        title: 'The keychain refused Latchkey.',
        text: `${sessionOnly ? reason : unreadable} ${allow[os]}`,
        canTry: true,
      };
    case 'available':
      if (sessionOnly)
        return {
          tone: 'info',
          title: 'Credentials are kept for this session only.',
          text: reason,
          canTry: false,
        };
      return missing.length > 0
        ? {
            tone: 'warn',
            title: 'A credential is missing from the keychain.',
            text: `The keychain works, but has none for ${missing.join(', ')}: it was deleted there, or lies in another keychain. Sign in again to store it anew.`,
            canTry: true,
          }
        : {
            tone: 'info',
            title: 'The keychain works.',
            text: 'Credentials are kept in the keychain of this computer, and nowhere else.',
            canTry: false,
          };
  }
}
