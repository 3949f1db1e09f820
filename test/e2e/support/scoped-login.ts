/** A login to Acme Vision that may do little itself, made by its administrator beforehand. */
import { expect } from '@playwright/test';
import type { startSandbox } from '../../../src/sandbox/server.ts';
import { signInTo } from './app.ts';
import { otherAdministrator } from './other-administrator.ts';

/** What the login may do; the key it edits in the tests is one of the demo world. */
export const scopedLogin = [
  'workspace:read',
  'api-key:read',
  'api-key:create',
  'api-key:update',
  'project:read',
  'image:create',
  'image:tag',
  'batch:create',
];

export async function signInScoped(
  sandbox: Awaited<ReturnType<typeof startSandbox>>,
  scopes: string[] = scopedLogin,
) {
  const whole = signInTo(sandbox, 'acme-vision');
  const made = await otherAdministrator(whole).create('desk of the uploads team', scopes);
  const { key } = made as { key?: string };
  expect(key, 'the answer has the secret').toBeTruthy();
  return { ...whole, credential: key ?? '' };
}
