// Makes, derives and hashes the values that authenticate. Only hashes ever reach the database.
import { createHash, createHmac, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A fresh random string of letters and digits; 20 characters carry about 119 bits. */
export function randomToken(length: number): string {
  let token = '';
  for (let i = 0; i < length; i += 1) token += ALPHABET[randomInt(ALPHABET.length)];
  return token;
}

/**
 * The same letters and digits for the same seed and label, every time.
 *
 * Sign-ins and keys of a built-in world are derived this way, so that a second start on the same data folder can
 * print working credentials although the database holds hashes only. They are public demonstration values for a
 * server that listens on loopback; keys made through the API never come from here.
 */
export function derivedToken(seed: string, label: string, length: number): string {
  let token = '';
  for (let block = 0; token.length < length; block += 1) {
    const bytes = createHmac('sha256', seed).update(`${label}\n${block}`).digest();
    // Bytes from 248 up would favour the first letters of the alphabet (248 = 4 * 62).
    for (const byte of bytes) if (byte < 248) token += ALPHABET[byte % ALPHABET.length];
  }
  return token.slice(0, length);
}

/**
 * SHA-256 of a secret. A slow password hash would buy nothing: secrets are long and random, so there is no
 * dictionary to try, and every request has to compute this once.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
