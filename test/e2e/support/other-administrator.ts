/** Somebody else with rights of their own, who changes keys of Acme Vision with another client than Latchkey. */
import { expect } from '@playwright/test';

type SignIn = { baseUrl: string; credential: string };
type ListedKey = { keyId: string; name: string };

export function otherAdministrator({ baseUrl, credential }: SignIn) {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${baseUrl}/acme-vision/api-keys${path}`, {
      method,
      headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return response.json().catch(() => null);
  }

  const list = async () => ((await call('GET', '')) as { apiKeys: ListedKey[] }).apiKeys;

  return {
    list,
    change: (keyId: string, change: Record<string, unknown>) => call('PATCH', `/${keyId}`, change),
    remove: (keyId: string) => call('DELETE', `/${keyId}`),
    create: (name: string, scopes: string[]) => call('POST', '', { name, scopes }),
    async idOf(name: string): Promise<string> {
      const key = (await list()).find((each) => each.name === name);
      if (!key) throw new Error(`Acme Vision has no key ${name}.`);
      return key.keyId;
    },
  };
}
