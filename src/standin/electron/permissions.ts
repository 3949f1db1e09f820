/** Which permissions a document gets: the application's two handlers decide, Chromium enforces. */
import type { Session as ElectronSession, WebContents } from 'electron';

export type CheckHandler = NonNullable<Parameters<ElectronSession['setPermissionCheckHandler']>[0]>;
export type RequestHandler = NonNullable<Parameters<ElectronSession['setPermissionRequestHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1];

interface Descriptor {
  readonly name: string;
  readonly sysex?: boolean;
  readonly allowWithoutSanitization?: boolean;
}

/** Electron's words and the names of the web's Permissions API that Chromium takes. */
const PERMISSIONS: readonly (readonly [Permission, Descriptor])[] = [
  ['geolocation', { name: 'geolocation' }],
  ['notifications', { name: 'notifications' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['display-capture', { name: 'display-capture' }],
  ['persistent-storage', { name: 'persistent-storage' }],
  ['background-sync', { name: 'background-sync' }],
  ['sensors', { name: 'accelerometer' }],
  ['sensors', { name: 'gyroscope' }],
  ['sensors', { name: 'magnetometer' }],
  ['screen-wake-lock', { name: 'screen-wake-lock' }],
  ['window-management', { name: 'window-management' }],
  ['local-fonts', { name: 'local-fonts' }],
  ['storage-access', { name: 'storage-access' }],
];

export interface Decision {
  readonly descriptor: Descriptor;
  readonly granted: boolean;
}

/**
 * Asks both handlers about every permission beforehand: Chromium has no moment at which it would ask the host. Without
 * handlers everything is granted, which is Electron's default too.
 * @param requester the window, as the handlers get it
 * @param origin `app://latchkey/`, the form in which Electron names an origin
 */
export async function decide(
  requester: object,
  origin: string,
  check: CheckHandler | null,
  request: RequestHandler | null,
): Promise<Decision[]> {
  const contents = requester as WebContents;
  const details = { requestingUrl: origin, isMainFrame: true };
  const decisions = PERMISSIONS.map(async ([permission, descriptor]): Promise<Decision> => {
    const checked = check?.(contents, permission, origin, details) ?? true;
    if (!checked || !request) return { descriptor, granted: checked };
    const granted = await new Promise<boolean>((resolve) => request(contents, permission, resolve, details));
    return { descriptor, granted };
  });
  return Promise.all(decisions);
}
