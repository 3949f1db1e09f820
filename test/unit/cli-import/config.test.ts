import { describe, expect, it } from 'vitest';
import { readCliConfig, withoutKeys } from '../../../src/main/cli-import/config.ts';
import { cliConfigFile, shortPath } from '../../../src/main/cli-import/place.ts';

const entry = (url: string, apiKey = `key-of-${url}`, name = url.toUpperCase()) => ({ url, name, apiKey });
const file = (workspaces: object, rest: object = {}) => JSON.stringify({ workspaces, ...rest });

describe('what the file says', () => {
  it('is its workspaces with a key, the default of the CLI first', () => {
    const content = file({ w1: entry('acme'), w2: entry('beta') }, { RF_WORKSPACE: 'beta' });
    expect(readCliConfig(content)).toEqual({
      entries: [
        { id: 'w2', slug: 'beta', name: 'BETA', apiKey: 'key-of-beta', isDefault: true },
        { id: 'w1', slug: 'acme', name: 'ACME', apiKey: 'key-of-acme', isDefault: false },
      ],
      withoutKey: 0,
      baseUrl: 'https://api.roboflow.com',
    });
  });

  it.each([
    ['acme', 'acme'],
    ['https://app.roboflow.com/acme', 'acme'],
    ['https://app.roboflow.eu/acme/settings', 'acme'],
  ])('names the workspace of %j as %j', (url, slug) => {
    expect(readCliConfig(file({ w: entry(url) }))).toMatchObject({ entries: [{ slug }] });
  });

  it('leaves out entries without a key, without a workspace or of another form, and counts them', () => {
    const content = file({
      a: entry('acme'),
      b: { url: 'beta', name: 'Beta' },
      c: { ...entry('gamma'), apiKey: '  ' },
      d: { name: 'Delta', apiKey: 'key-of-delta' },
      e: 'epsilon',
      f: { ...entry('https://app.roboflow.com/') },
      g: entry('two words'),
    });
    expect(readCliConfig(content)).toMatchObject({ entries: [{ id: 'a' }], withoutKey: 6 });
  });

  it('takes a name of the wrong kind for none', () => {
    const content = file({ w: { ...entry('acme'), name: 7 } }, { RF_WORKSPACE: ['acme'] });
    expect(readCliConfig(content)).toMatchObject({ entries: [{ name: 'acme', isDefault: false }] });
  });

  it.each([
    [{}, 'https://api.roboflow.com'],
    [{ ROBOFLOW_REGION: 'us' }, 'https://api.roboflow.com'],
    [{ ROBOFLOW_REGION: 'EU' }, 'https://api.roboflow.eu'],
    [{ ROBOFLOW_REGION: 'mars' }, 'https://api.roboflow.com'],
    [{ ROBOFLOW_REGION: 'eu', API_URL: 'https://api.example.com' }, 'https://api.example.com'],
  ])('with %j belongs to %s', (rest, baseUrl) => {
    expect(readCliConfig(file({ w: entry('acme') }, rest))).toMatchObject({ baseUrl });
  });

  it.each([
    ['', 'not-json'],
    ['{"workspaces": {', 'not-json'],
    ['[]', 'other-json'],
    ['null', 'other-json'],
    ['{"ROBOFLOW_REGION": "eu"}', 'other-json'],
    ['{"workspaces": []}', 'other-json'],
    ['{"workspaces": {}}', 'no-keys'],
    ['{"workspaces": {"w": {"url": "acme"}}}', 'no-keys'],
  ])('where it is %j is a problem of its own: %s', (content, problem) => {
    expect(readCliConfig(content)).toEqual({ problem });
  });

  it('is read with a mark of the byte order before it', () => {
    expect(readCliConfig(`\uFEFF${file({ w: entry('acme') })}`)).toMatchObject({ entries: [{ id: 'w' }] });
  });
});

describe('the file without some keys', () => {
  const whole = {
    workspaces: {
      w1: { ...entry('acme'), plan: { seats: 4 } },
      w2: entry('beta'),
      __proto__x: entry('gamma'),
    },
    RF_WORKSPACE: 'acme',
    future: [1, { two: true }],
  };
  const { apiKey: _gone, ...acme } = whole.workspaces.w1;
  const rest = { ...whole, workspaces: { ...whole.workspaces, w1: acme } };

  it.each([
    ['two spaces', JSON.stringify(whole, null, 2), JSON.stringify(rest, null, 2)],
    [
      'four spaces and a last line',
      `${JSON.stringify(whole, null, 4)}\n`,
      `${JSON.stringify(rest, null, 4)}\n`,
    ],
    ['tabs', JSON.stringify(whole, null, '\t'), JSON.stringify(rest, null, '\t')],
    ['one line', JSON.stringify(whole), JSON.stringify(rest)],
  ])('keeps everything else, written with %s', (_how, before, after) => {
    expect(withoutKeys(before, ['w1'])).toBe(after);
  });

  it('can be read by the CLI still, and holds the keys that were not named', () => {
    expect(readCliConfig(withoutKeys(JSON.stringify(whole), ['w1', 'w2']))).toMatchObject({
      entries: [{ slug: 'gamma' }],
      withoutKey: 2,
    });
  });
});

describe('the place of the file', () => {
  it.each([
    [{ system: 'linux', home: '/home/ana', env: {} }, '/home/ana/.config/roboflow/config.json'],
    [{ system: 'darwin', home: '/Users/ana', env: {} }, '/Users/ana/.config/roboflow/config.json'],
    [
      { system: 'win32', home: 'C:\\Users\\ana', env: { USERPROFILE: 'D:\\ana' } },
      'D:\\ana\\roboflow\\config.json',
    ],
    [{ system: 'win32', home: 'C:\\Users\\ana', env: {} }, 'C:\\Users\\ana\\roboflow\\config.json'],
    [{ system: 'linux', home: '/home/ana', env: { ROBOFLOW_CONFIG_DIR: '/srv/rf.json' } }, '/srv/rf.json'],
  ] as const)('of %j is %s', (machine, path) => {
    expect(cliConfigFile(machine)).toBe(path);
  });

  it.each([
    ['/home/ana/.config/roboflow/config.json', '~/.config/roboflow/config.json'],
    ['/home/anabel/config.json', '/home/anabel/config.json'],
    ['/home/ana', '/home/ana'],
  ])('%s is written %s', (path, shown) => {
    expect(shortPath(path, '/home/ana')).toBe(shown);
  });
});
