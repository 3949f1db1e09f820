import { PlatformError } from '../platform-error.ts';

/**
 * One part of a path with every character encoded that is not a letter, a digit or one of `-._~`.
 *
 * A part of nothing but dots, or of nothing at all, would change which address is meant (`keys/..` is the parent, and a
 * delete would go there); encoding does not help, since URLs treat `%2e%2e` as `..`. Throws `bad-answer` for these.
 */
export function segment(part: string): string {
  if (/^\.{0,2}$/.test(part)) {
    throw new PlatformError({
      code: 'bad-answer',
      message: 'The platform gave this an id that cannot be used in an address.',
    });
  }
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
