/** The base URL of a platform as people type it: read, checked and brought into one form. */
import type { ErrorInfo } from '#shared/domain/errors.ts';

/**
 * Reads a typed base URL. The URL comes back without a slash at its end (but for the one of the bare host), so that
 * two ways of typing the same address compare equal. Errors carry the field `baseUrl`.
 */
export function parseBaseUrl(typed: string): { url: URL } | { error: ErrorInfo } {
  const text = typed.trim();
  if (text === '')
    return bad(
      'A base URL is needed.',
      'It is the address of the platform, for instance https://api.example.com.',
    );
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return bad(
      'The base URL does not say how to connect.',
      'Start it with https://, for instance https://api.example.com.',
    );
  }
  const url = URL.parse(text);
  if (!url)
    return bad(
      'This is not a complete web address.',
      'Check it for spaces and missing parts, for instance https://api.example.com.',
    );
  const error = refuseBaseUrl(url);
  if (error) return { error };
  const path = url.pathname.replace(/\/+$/, '');
  return { url: new URL(`${url.origin}${path}`) };
}

/**
 * Why a credential may not be sent to this address, or null where it may. Asked when the address is typed and again
 * right before each request, so that no other way into the program can weaken it.
 */
export function refuseBaseUrl(url: URL): ErrorInfo | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return refused('Latchkey connects over https only.', 'Start the base URL with https://.');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return refused(
      'Plain http would show the credential to everyone on the way, so Latchkey uses it on this computer only.',
      'Start the base URL with https://.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    return refused(
      'The base URL holds a user name or a password.',
      'Leave out everything before the @ sign, and paste the credential into its own field.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    return refused(
      'The base URL holds more than an address.',
      'Leave out everything from the first ? or # on.',
    );
  }
  return null;
}

/**
 * 127.0.0.0/8, ::1 and the name localhost. Works on a parsed host name: the parser has already turned 127.1 and other
 * ways to write a number into four parts, so a name such as 127.0.0.1.example.com cannot pass.
 */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function bad(message: string, hint: string): { error: ErrorInfo } {
  return { error: { code: 'bad-input', field: 'baseUrl', message, hint } };
}

function refused(message: string, hint: string): ErrorInfo {
  return { code: 'refused-url', field: 'baseUrl', message, hint };
}
