/** A person in front of the sandbox's consent page, played over plain HTTP: reads the page, chooses, and follows the answer. */

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
