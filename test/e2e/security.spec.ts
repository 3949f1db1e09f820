/** The posture of the window, tried from inside of it: what a script in the page could and could not do. */
import { expect, test } from './support/app.ts';

test('the page has no Node, and a bridge that cannot be changed', async ({ host }) => {
  const found = await host.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    frozen: Object.isFrozen(window.latchkey),
    generic: Object.keys(window.latchkey).filter((name) => /^(invoke|send|on)$/.test(name)),
  }));
  expect(found).toEqual({ node: [], frozen: true, generic: [] });
});

test('the content security policy refuses inline code, eval, foreign code, frames and every connection', async ({
  host,
}) => {
  const outcome = await host.page.evaluate(async () => {
    const expected = ['script-src-elem', 'style-src-elem', 'script-src', 'connect-src', 'frame-src'];
    const violated = new Set<string>();
    // Violations are reported a little later than they happen; a policy that lets one through leaves the test waiting.
    const allReported = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.add(effectiveDirective);
        if (expected.every((directive) => violated.has(directive))) resolve();
      });
    });

    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.head.append(inline);
    const foreign = document.createElement('script');
    foreign.src = 'https://127.0.0.1:9/evil.js';
    document.head.append(foreign);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.head.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://127.0.0.1:9/';
    document.body.append(frame);
    // In a task of its own: what runs directly under the test's evaluation is exempt from the ban on eval.
    const evaluated = await new Promise((resolve) => setTimeout(resolve))
      .then(() => new Function('return true')())
      .catch(() => 'refused');
    const fetched = await fetch('https://127.0.0.1:9/').catch(() => 'refused');
    await allReported;
    const { display } = getComputedStyle(document.body);
    return { inlineRan: 'inlineRan' in window, evaluated, fetched, hidden: display === 'none' };
  });
  expect(outcome).toEqual({ inlineRan: false, evaluated: 'refused', fetched: 'refused', hidden: false });
});

for (const hostile of [
  'https://127.0.0.1:9/phish',
  'http://127.0.0.1:9/phish',
  'file:///etc/passwd',
  'data:text/html,<h1>x</h1>',
  'app://other/index.html',
  'javascript:document.body.remove()',
]) {
  test(`a link to ${hostile} leads nowhere`, async ({ host, at }) => {
    const before = await host.page.evaluate(() => location.href);
    await host.page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      link.click();
      const popup = document.createElement('a');
      popup.href = address;
      popup.target = '_blank';
      document.body.append(popup);
      popup.click();
      window.open(address);
    }, hostile);
    // The page still answers, is the same one, and no other has opened.
    await expect(at.button('Connect a workspace').first()).toBeVisible();
    expect(await host.page.evaluate(() => location.href)).toBe(before);
    expect(host.page.context().pages()).toHaveLength(1);
  });
}

test('permissions are refused', async ({ host }) => {
  const states = await host.page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
    ] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(states).not.toContain('granted');
  expect(
    await host.page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('calls with an input of the wrong form are refused by name', async ({ host }) => {
  const answers = await host.page.evaluate(async () => {
    const bridge = window.latchkey as unknown as Record<
      string,
      (input?: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
    >;
    return Promise.all([
      bridge.inventoryRows?.({ query: { search: 1 }, offset: -1, limit: 1e9 }),
      bridge.keysDelete?.({ keyId: 'x', force: true }),
      bridge.keysCreate?.(),
      bridge.appOpenLink?.({ url: 'file:///etc/passwd' }),
      bridge.handOverReveal?.({ handOverId: 'made up' }),
    ]);
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false });
  expect(answers[0]).toMatchObject({ error: { code: 'bad-input' } });
});
