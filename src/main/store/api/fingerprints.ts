/** Fingerprints of secrets, by which a pasted one is recognised. */

export type FingerprintReads = {
  /** Where in the keychain the key of new fingerprints lies; null before the first. */
  fingerprintAccount(): string | null;
  /** The key whose secret has this HMAC; it may be gone from the inventory. */
  fingerprintedKey(hmac: string): string | null;
};

export type FingerprintWrites = {
  addFingerprintAccount(account: string, at: string): void;
  /** `kept` is null where there was no key to make one with. */
  addFingerprint(keyId: string, kept: { account: string; hmac: string } | null, at: string): void;
};
