// Where answers may be sent: https, or plain http on the computer itself.

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

export function isAllowedRedirect(address: string): boolean {
  const url = URL.parse(address);
  if (url?.hash !== '' || url.username !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

/** The port of a loopback address is chosen anew at every sign-in, so it does not count (RFC 8252, section 7.3). */
export function isRegistered(address: string, registered: readonly string[]): boolean {
  return registered.some((each) => each === address || withoutPort(each) === withoutPort(address));
}

function withoutPort(address: string): string {
  const url = URL.parse(address);
  if (url?.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) return address;
  url.port = '';
  return url.href;
}
