/** A login to a Datature organization whose own secret key may do little, made with the organization's own beforehand. */
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { startSandbox } from '../../../src/sandbox/server.ts';
import { signInTo } from './app.ts';

const listed = z.object({ items: z.array(z.object({ hint: z.string() })) });
const made = z.object({ id: z.string(), hint: z.string(), secret: z.string() });

export async function signInNarrow(
  sandbox: Awaited<ReturnType<typeof startSandbox>>,
  organization: string,
  grant: { access: string[]; permission: string },
) {
  const whole = signInTo(sandbox, organization);
  const keys = `${whole.baseUrl}/vi/v1/organizations/${organization}/secret-keys`;
  const headers = { authorization: `Bearer ${whole.credential}`, 'content-type': 'application/json' };
  const { items } = listed.parse(await (await fetch(`${keys}?limit=200`, { headers })).json());
  for (;;) {
    const body = JSON.stringify({ name: 'desk of the annotators', ...grant });
    const answer = await fetch(keys, { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
    const { id, hint, secret } = made.parse(await answer.json());
    // A login is known by the few characters that are shown of its key; by chance another key has the same.
    if (!items.some((other) => other.hint === hint)) return { ...whole, credential: secret };
    await (await fetch(`${keys}/${id}`, { method: 'DELETE', headers })).arrayBuffer();
  }
}
