/** Values written into other people's syntax, so that they come out there as exactly the same text. */

/** `•` is what a masked secret is made of; the mask is shown the way the secret will be written. */
const plain = /^[\w.+/=:@%,•-]+$/;

/**
 * One value of a `.env` line. Single quotes are taken literally by shells, by Node and by dotenv alike. A value that has
 * them itself goes into double quotes, and one with both is written with the backslashes of a shell, which `.env`
 * readers differ on; no platform is known to make such a secret.
 */
export function quoteForEnv(value: string): string {
  if (plain.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  if (!/["\\$`\n\r]/.test(value)) return `"${value}"`;
  return `"${value.replace(/["\\$`]/g, '\\$&')}"`;
}

/** One word of a POSIX shell. */
export function quoteForShell(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** A string literal of JavaScript and of Python: JSON's escapes mean the same in both. */
export function quoteForProgram(value: string): string {
  return JSON.stringify(value);
}
