/** A person in front of the sandbox's consent page, played over plain HTTP: reads the page, chooses, and follows the answer. */

import { createHash, randomBytes } from 'node:crypto';

type Choice = {
  /** The workspace's slug and the person in it. */
  as?: string;
  answer?: 'allow' | 'refuse';
};

/** The address that the answer is sent to, as the browser is told it; nothing is asked there yet. */
export async function answerConsent(
  address: string | URL,
  { as = 'acme-vision ana@acme.example', answer = 'allow' }: Choice = {},
): Promise<URL> {
  const shown = await fetch(address, { redirect: 'manual' });
  const page = await shown.text();
  if (shown.status !== 200) throw new Error(`The consent page answered ${shown.status}.`);
  const form = new URLSearchParams({ as, answer });
  for (const [, name = '', value = ''] of page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)) {
    form.set(name, value.replaceAll('&amp;', '&'));
  }
  const answered = await fetch(new URL('authorize', address), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const location = answered.headers.get('location');
  if (answered.status !== 303 || !location) throw new Error(`The form was answered with ${answered.status}.`);
  return new URL(location);
}

/** The same, on to the application that waits for it. `tamper` changes the address on the way there. */
export async function answerInBrowser(
  address: string | URL,
  choice: Choice = {},
  tamper: (redirect: URL) => void = () => undefined,
): Promise<{ redirect: URL; status: number; page: string; headers: Headers }> {
  const redirect = await answerConsent(address, choice);
  tamper(redirect);
  const response = await fetch(redirect);
  return { redirect, status: response.status, page: await response.text(), headers: response.headers };
}

/** An access token of a person at the sandbox's Roboflow, as a client of its own gets it. */
export async function accessTokenOf(baseUrl: string, as: string, scope: string): Promise<string> {
  const redirectUri = 'http://127.0.0.1/callback';
  const registered = await fetch(`${baseUrl}/oauth/register`, {
    method: 'POST',
    body: JSON.stringify({ redirect_uris: [redirectUri], token_endpoint_auth_method: 'none' }),
  });
  const { client_id: clientId } = (await registered.json()) as { client_id: string };
  const verifier = randomBytes(32).toString('base64url');
  const address = new URL(`${baseUrl}/oauth/authorize`);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const redirect = await answerConsent(address, { as });
  const answered = await fetch(`${baseUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: redirectUri,
      code: redirect.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  const tokens = (await answered.json()) as { access_token?: string };
  if (tokens.access_token === undefined) throw new Error('The sandbox gave no access token.');
  return tokens.access_token;
}
