/** Chromium's profile: where it lives and what it starts with. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium keeps its files apart from the application's own. */
export const profileFolder = (userData: string) => join(userData, 'chromium');

const BLOCK = 2;

/** Chromium's names for what a page may ask for. */
const GUARDED = [
  'ar',
  'automatic_downloads',
  'background_sync',
  'bluetooth_guard',
  'bluetooth_scanning',
  'clipboard',
  'file_system_read_guard',
  'file_system_write_guard',
  'geolocation',
  'hid_guard',
  'idle_detection',
  'local_fonts',
  'media_stream_camera',
  'media_stream_mic',
  'midi',
  'midi_sysex',
  'nfc',
  'notifications',
  'payment_handler',
  'popups',
  'sensors',
  'serial_guard',
  'storage_access',
  'usb_guard',
  'vr',
  'window_placement',
];

/**
 * Makes the profile if it is new: every permission refused from the start, nothing offered to be saved. A window on a
 * screen cannot be granted a permission later (the protocol has no name for its private context), only refused.
 */
export function prepareProfile(userData: string): void {
  const folder = join(profileFolder(userData), 'Default');
  const file = join(folder, 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const preferences = {
    profile: { default_content_setting_values: Object.fromEntries(GUARDED.map((name) => [name, BLOCK])) },
    credentials_enable_service: false,
    autofill: { profile_enabled: false, credit_card_enabled: false },
    browser: { check_default_browser: false, has_seen_welcome_page: true },
  };
  writeFileSync(file, JSON.stringify(preferences), { mode: 0o600 });
}
