import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Log, type LogOptions, openLog } from '../../../src/main/system/log.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';

/** Not random enough for the rule about random runs: only being registered, or where it stands, takes it out. */
const planted = 'my-plain-secret';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const clock = { now: () => new Date('2026-11-21T08:00:00Z') };
const open = (options: LogOptions = {}): Log =>
  openLog(folder, { clock, newReference: () => 'REF234', ...options });
const raw = () => readFile(join(folder, 'latchkey.log'), 'utf8');
const lines = async () => (await raw()).trimEnd().split('\n');

/** Answers the parsed line: what was planted must be gone, and the line must still be JSON. */
async function lineAfter(act: (log: Log) => void): Promise<Record<string, unknown>> {
  act(open());
  expect(await scanForSecrets([folder], [planted])).toEqual([]);
  expect(await raw()).toContain('[redacted]');
  return JSON.parse((await lines()).at(-1) ?? '') as Record<string, unknown>;
}

describe('what is registered never reaches the file', () => {
  const registered = (act: (log: Log) => void) =>
    lineAfter((log) => {
      log.blackOut(planted);
      act(log);
    });

  test('in the message', async () => {
    expect(await registered((log) => log.info(`signed in with ${planted}.`))).toEqual({
      at: '2026-11-21T08:00:00.000Z',
      level: 'info',
      message: 'signed in with [redacted].',
    });
  });

  test('in values and names of fields, at any depth', async () => {
    const line = await registered((log) =>
      log.warn('x', { note: planted, deep: { list: [{ [planted]: 1, text: `a ${planted} b` }] } }),
    );
    expect(line).toMatchObject({ note: '[redacted]', deep: { list: [{ text: 'a [redacted] b' }] } });
  });

  test('in an error: its text, its stack, its cause, what hangs on it', async () => {
    const cause = new Error(`inner ${planted}`);
    const error = Object.assign(new Error(`outer ${planted}`, { cause }), { code: planted });
    const line = await registered((log) => {
      expect(log.report(error)).toBe('REF234');
    });
    expect(line).toMatchObject({ reference: 'REF234', error: { message: 'outer [redacted]' } });
  });

  test.each([
    ['an address', encodeURIComponent],
    ['base64', (text: string) => Buffer.from(text).toString('base64')],
    ['hex', (text: string) => Buffer.from(text).toString('hex')],
    ['JSON inside JSON', (text: string) => JSON.stringify(JSON.stringify({ a: text }))],
  ])('written as in %s', async (_form, write) => {
    await registered((log) => log.info(`got ${write(planted)}`));
  });

  test('until it is let go; twice registered is let go twice', async () => {
    const log = open();
    const [first, second] = [log.blackOut(planted), log.blackOut(planted)];
    first();
    first();
    log.info(planted);
    second();
    log.info(planted);
    expect((await lines()).map((line) => JSON.parse(line).message)).toEqual(['[redacted]', planted]);
  });

  test('whatever signs it is made of, and the line stays JSON', async () => {
    const log = open();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
        fc.string(),
        async (secret, around) => {
          // Text that has the secret's beginning all over would make what is left ambiguous.
          fc.pre(!'{"at":"2026-11-21T08:00:00.000Z","level":"info","message":"[redacted]"}'.includes(secret));
          const letGo = log.blackOut(secret);
          log.info(`${around}${secret}${around}`);
          letGo();
          const last = (await lines()).at(-1) ?? '';
          expect(JSON.parse(last).message).not.toContain(secret);
        },
      ),
    );
  });
});

describe('what nobody registered is known by where it stands', () => {
  test.each([
    ['an Authorization header', `{ Authorization: Bearer ${planted} }`],
    ['a header of another scheme', `authorization: Custom ${planted}`],
    ['a query', `GET https://api.example/a?x=1&api_key=${planted}&y=2`],
    ['a line of a .env file', `ROBOFLOW_API_KEY="${planted}"`],
    ['a .env line after a header', `Authorization: a ROBOFLOW_API_KEY="${planted}"`],
    ['an error body that repeats the key', JSON.stringify({ error: { status: 401, key: planted } })],
    ['such a body with escaped quotes in it', JSON.stringify({ error: { key: `"${planted}` } })],
    ['such a body inside JSON', JSON.stringify({ body: JSON.stringify({ error: { key: planted } }) })],
  ])('%s', async (_where, text) => {
    await lineAfter((log) => log.error(text));
  });

  test.each([
    'key',
    'apiKey',
    'api_key',
    'credential',
    'Authorization',
    'clientSecret',
    'token',
    'accessToken',
  ])('the field %s', async (name) => {
    await lineAfter((log) => log.info('x', { request: { [name]: { nested: planted } } }));
  });

  test.each([
    ['dtvi_', 'dtvi_9kshort'],
    ['rf_', 'rf_ws8Exmpl'],
    ['rfcs_', 'rfcs_short1'],
    ['letters and digits', 'aB3dE5gH7jK9mN1pQ3sT'],
    ['letters of both cases', 'xKqPzRtLmNvBwSdFgHjQ'],
    ['hexadecimal digits', '9f86d081884c7d659a2feaa0c55ad015'],
  ])('a token of the form %s', async (_form, token) => {
    open().warn(`refused: "${token}", try another`);
    expect(await raw()).not.toContain(token);
    expect(await raw()).toContain('try another');
  });

  test('bytes are counted, not shown', async () => {
    open().info('x', { body: Buffer.from(planted) });
    expect(await raw()).toContain(`[${planted.length} bytes]`);
  });

  test('a megabyte of text is cut, and a registered value on the cut is not left half', async () => {
    const log = open();
    log.blackOut('half-of-this-must-not-stay');
    log.info(`${'- '.repeat(3_995)}half-of-this-must-not-stay${'y '.repeat(500_000)}`);
    expect((await raw()).length).toBeLessThan(9_000);
    expect(await raw()).not.toContain('half');
  });
});

describe('what people need stays readable', () => {
  test.each([
    '0f5a2f0e-57a1-4c3e-9e0b-1d2c3b4a5f60',
    'at getConnectionStateFromAccountName (src/main/connections/service.ts:12:34)',
    'GET /api/v1/workspaces/acme-vision/keys answered 503 in 31 ms',
    'SQLITE_CORRUPT: database disk image is malformed',
  ])('%s', async (text) => {
    open().info(text, { keyId: 'k_7Qm', keyName: 'nightly export', keys: 3 });
    expect(JSON.parse(await raw())).toMatchObject({
      message: text,
      keyId: 'k_7Qm',
      keyName: 'nightly export',
      keys: 3,
    });
  });
});

describe('files', () => {
  test('only the owner may read them', async () => {
    open().info('x');
    expect((await stat(join(folder, 'latchkey.log'))).mode & 0o777).toBe(0o600);
  });

  test('a full one makes room; three older ones are kept, oldest first to go', async () => {
    const log = open({ largest: 200 });
    for (let n = 0; n < 20; n += 1) log.info(`line ${n} ${'- '.repeat(40)}`);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(['latchkey.1.log', 'latchkey.2.log', 'latchkey.3.log', 'latchkey.log']);
    const numbers = await Promise.all(
      names.map(async (name) => /line (\d+)/.exec(await readFile(join(folder, name), 'utf8'))?.[1]),
    );
    expect(numbers).toEqual(['18', '17', '16', '19']);
  });

  test('levels below the wanted one are left out; the echo hears only redacted lines', async () => {
    const heard: string[] = [];
    const log = open({ level: 'warn', echo: (line) => heard.push(line) });
    log.blackOut(planted);
    log.debug('quiet');
    log.info('quiet');
    log.warn(planted);
    expect(heard).toEqual([await raw()]);
    expect(await lines()).toHaveLength(1);
  });

  test('nothing throws: no folder, a circle, a getter that fails', async () => {
    const log = open();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    log.info('circle', circle);
    log.info('bad', {
      get broken(): string {
        throw new Error(planted);
      },
    });
    openLog(join(folder, 'latchkey.log', 'below-a-file')).info('nowhere to go');
    expect(await lines()).toHaveLength(2);
    expect(await raw()).not.toContain(planted);
  });
});

describe('a sign-in with the browser', () => {
  // As short and as plain as a code may be: only where they stand gives them away.
  const values = ['plaincode', 'plainverifier', 'plaintoken', 'plainrefresh'];

  test.each([
    'http://127.0.0.1:50123/callback?code=plaincode&state=abc&iss=https%3A%2F%2Fapp.roboflow.com',
    'grant_type=authorization_code&code=plaincode&code_verifier=plainverifier&client_id=app',
    'grant_type=refresh_token&refresh_token=plainrefresh&client_id=app',
    '{"access_token":"plaintoken","token_type":"Bearer","refresh_token":"plainrefresh"}',
    'authorization: Bearer plaintoken',
  ])('leaves nothing of %j in the log', async (text) => {
    const log = open();
    log.warn(text, { text });
    log.report(new Error(`It failed: ${text}`, { cause: { text } }));
    const written = await raw();
    for (const value of values) expect(written).not.toContain(value);
  });
});
