/** What a keychain library's error means, and how to say it. Its own text is for the log only, as the error's cause. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type KeychainTrouble, SecretStoreError } from './secret-store.ts';

/**
 * The libraries give no codes, only text: from libsecret and D-Bus (seen with keytar 7.9 and @napi-rs/keyring 2.1 on
 * gnome-keyring), from macOS (`SecCopyErrorMessageString`) and from Windows (`FormatMessage`).
 */
const signs: readonly [RegExp, KeychainTrouble][] = [
  [/locked collection|prompt was dismissed|is ?locked|interaction is not allowed/i, 'locked'],
  [/not provided by any|autolaunch|could not connect|failed to connect|connection is closed/i, 'absent'],
  // The service was started anew: libsecret holds on to the one before for as long as this process lives.
  [/session wrapping the secret does not exist/i, 'absent'],
  // A Secret Service is there, but it has no keyring and could not make one.
  [/does not exist at path|no result found|keychain (could not|cannot) be found/i, 'absent'],
  [/unknown or unsupported type|ServiceUnknown|NoServer|logon session does not exist/i, 'absent'],
];

export function readProblem(error: unknown): SecretStoreError {
  if (error instanceof SecretStoreError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const state = signs.find(([sign]) => sign.test(text))?.[1] ?? 'refused';
  return new SecretStoreError(state, callSentences[state], { cause: error });
}

/** A prompt that nobody answered yet looks like a call that takes very long. */
export function unansweredPrompt(): SecretStoreError {
  return new SecretStoreError('locked', 'The keychain of this computer waits to be unlocked.');
}

const callSentences: Record<KeychainTrouble, string> = {
  locked: 'The keychain of this computer is locked.',
  absent: 'The keychain service of this computer stopped, or was started anew after Latchkey.',
  refused: 'The keychain of this computer refused Latchkey.',
};

/** Why sign-ins last only for this session, in one sentence. */
export const memoryReasons = {
  chosen: 'Latchkey was started without a keychain, so sign-ins last until it quits.',
  noLibrary:
    'The part of Latchkey that speaks to the keychain is missing on this computer, so sign-ins last until Latchkey quits.',
  absent: 'No keychain service was found on this computer, so sign-ins last until Latchkey quits.',
  locked:
    'The keychain of this computer is locked: until it is unlocked, stored sign-ins cannot be read and new ones last until Latchkey quits.',
  refused:
    'The keychain of this computer refused Latchkey: stored sign-ins cannot be read, and new ones last until Latchkey quits.',
} as const;

/** The same for the window, with the way out. */
export function keychainInfo(error: SecretStoreError): ErrorInfo {
  return { code: 'keychain', message: error.message, hint: keychainHints[error.state] };
}

const keychainHints: Record<KeychainTrouble, string> = {
  locked: 'Unlock the keychain of this computer and try again.',
  absent:
    'Start the keychain service of this computer and try again. If that changes nothing, start Latchkey again.',
  refused: 'Allow Latchkey to use the keychain, then try again.',
};
