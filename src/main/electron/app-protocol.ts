/** `app://latchkey/`: the window's own scheme, answered from the built files alone. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './csp.ts';

const appScheme = 'app';
const appHost = 'latchkey';
export const appUrl = `${appScheme}://${appHost}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before `ready`. Standard and secure, so that the browser's own rules apply; the policy is never bypassed. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** `root`: the folder with index.html. Whatever lies outside it, or has no known type, is not found. */
export function serveApp(root: string): void {
  protocol.handle(appScheme, async (request) => {
    const file = fileFor(root, new URL(request.url));
    const type = file && contentTypes[extname(file)];
    if (!file || !type || request.method !== 'GET') return plain(404);
    try {
      return new Response(await readFile(file), { headers: headersFor(type) });
    } catch {
      return plain(404);
    }
  });
}

/** Whether an address is a page of the application: compared by its parts, since `origin` is opaque for own schemes. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === appHost;
}

function fileFor(root: string, url: URL): string | null {
  if (!isAppUrl(url.href)) return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : null;
}

function headersFor(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
  };
}

function plain(status: number): Response {
  return new Response(null, { status, headers: headersFor('text/plain') });
}
