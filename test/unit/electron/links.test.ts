import { describe, expect, it, vi } from 'vitest';

// The module under test imports Electron, whose npm entry would start a download outside of Electron.
vi.mock('electron', () => ({ shell: { openExternal: vi.fn() }, protocol: {} }));

const { allowedLink, allowedSignIn } = await import('../../../src/main/electron/links.ts');
const { isAppUrl } = await import('../../../src/main/electron/app-protocol.ts');

describe('links that may leave Latchkey', () => {
  it.each(['https://docs.roboflow.com/developer/authentication', 'https://app.roboflow.com/settings'])(
    '%s opens',
    (address) => {
      expect(allowedLink(address)?.href).toBe(address);
    },
  );

  it.each([
    'http://docs.roboflow.com/',
    'https://docs.roboflow.com.evil.example/',
    'https://evil.example/docs.roboflow.com',
    'https://docs.roboflow.com@evil.example/',
    'https://user:pass@docs.roboflow.com/',
    'https://docs.roboflow.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://docs.roboflow.com/share',
    'app://latchkey/index.html',
    'ms-msdt:/id',
    '',
    'docs.roboflow.com',
  ])('%s does not', (address) => {
    expect(allowedLink(address)).toBeNull();
  });

  it('opens what was parsed, not what was written', () => {
    expect(allowedLink('https://docs.roboflow.com\\@evil.example/')?.href).toBe(
      'https://docs.roboflow.com/@evil.example/',
    );
  });
});

describe('pages of the application itself', () => {
  it.each(['app://latchkey/index.html', 'app://latchkey/', 'app://latchkey/a?b#c'])(
    '%s is one',
    (address) => {
      expect(isAppUrl(address)).toBe(true);
    },
  );

  it.each([
    'app://latchkey.evil/index.html',
    'app://evil/latchkey',
    'https://latchkey/index.html',
    'app:latchkey',
    'about:blank',
    'file:///latchkey',
    '',
  ])('%s is none', (address) => {
    expect(isAppUrl(address)).toBe(false);
  });
});

describe('sign-in pages', () => {
  const opens = (address: string, baseUrl: string) =>
    allowedSignIn(new URL(address), new URL(baseUrl)) !== null;

  it('open on the hosts of the list, whatever the base URL', () => {
    expect(opens('https://app.roboflow.com/oauth/authorize?state=1', 'https://api.roboflow.com')).toBe(true);
  });

  it('open where the platform itself lives', () => {
    expect(opens('http://127.0.0.1:5001/roboflow/oauth/authorize', 'http://127.0.0.1:5001/roboflow')).toBe(
      true,
    );
    expect(opens('https://vision.example/oauth/authorize', 'https://vision.example/api')).toBe(true);
  });

  it.each([
    ['at another host', 'https://attacker.example/', 'https://vision.example'],
    ['at another port', 'http://127.0.0.1:5002/', 'http://127.0.0.1:5001'],
    ['in plain http from elsewhere', 'http://vision.example/', 'http://vision.example'],
    ['by another scheme', 'file:///etc/passwd', 'https://vision.example'],
    ['with a password in it', 'https://user:word@vision.example/', 'https://vision.example'],
    [
      'at a name that only begins alike',
      'https://app.roboflow.com.attacker.example/',
      'https://api.roboflow.com',
    ],
  ])('do not open %s', (_what, address, baseUrl) => {
    expect(opens(address, baseUrl)).toBe(false);
  });
});
