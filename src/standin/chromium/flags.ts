import { profileFolder } from './profile.ts';

/**
 * An incognito window is the only kind that writes nothing about its pages: an ordinary profile keeps what was
 * typed into fields, secrets included, in its Sessions files.
 */
const PRIVATE = '--incognito';

/** Chromium refuses to run its sandbox as root; `--test-type` hides the warning bar about it. */
const asRoot = () => (process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []);

const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-client-side-phishing-detection',
  '--disable-domain-reliability',
  '--disable-field-trial-config',
  '--disable-gpu-shader-disk-cache',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,DialMediaRouteProvider',
  '--disk-cache-size=1',
  '--media-cache-size=1',
  '--password-store=basic',
  '--use-mock-keychain',
  // Application addresses never leave this machine, not even as a look-up.
  '--host-resolver-rules=MAP *.invalid ~NOTFOUND',
  // A window that is covered must behave as in Electron's tests: keep painting, keep its timers.
  '--disable-backgrounding-occluded-windows',
];

export interface LaunchFlags {
  readonly userData: string;
  readonly headless: boolean;
  readonly debuggingPort: number | undefined;
}

/** The command line of the browser process. */
export function browserFlags({ userData, headless, debuggingPort }: LaunchFlags): string[] {
  return [
    `--user-data-dir=${profileFolder(userData)}`,
    '--remote-debugging-pipe',
    ...(debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]),
    ...(headless ? ['--headless'] : []),
    ...asRoot(),
    PRIVATE,
    ...QUIET,
  ];
}

/** The command line that asks the running browser for one more application window. */
export const windowFlags = (userData: string, address: string) => [
  `--user-data-dir=${profileFolder(userData)}`,
  ...asRoot(),
  PRIVATE,
  `--app=${address}`,
];
