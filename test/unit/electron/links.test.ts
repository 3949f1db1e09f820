import { describe, expect, it, vi } from 'vitest';

// The module under test imports Electron, whose npm entry would start a download outside of Electron.
vi.mock('electron', () => ({ shell: { openExternal: vi.fn() }, protocol: {} }));

const { allowedLink } = await import('../../../src/main/electron/links.ts');
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
