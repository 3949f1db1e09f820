import { describe, expect, it } from 'vitest';
import { parseBaseUrl, refuseBaseUrl } from '../../../src/main/platforms/base-url.ts';

function accepted(typed: string): string {
  const parsed = parseBaseUrl(typed);
  if ('error' in parsed) throw new Error(`${typed}: ${parsed.error.message}`);
  return parsed.url.href;
}

describe('addresses a credential may be sent to', () => {
  it.each([
    ['https://api.roboflow.com', 'https://api.roboflow.com/'],
    ['  https://api.roboflow.com/ \n', 'https://api.roboflow.com/'],
    ['HTTPS://API.Roboflow.COM', 'https://api.roboflow.com/'],
    ['https://keys.example.com:8443/team/a//', 'https://keys.example.com:8443/team/a'],
    ['https://keys.example.com:443/x', 'https://keys.example.com/x'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://127.0.0.1:9/roboflow/', 'http://127.0.0.1:9/roboflow'],
    ['http://127.9.8.7', 'http://127.9.8.7/'],
    ['http://127.1', 'http://127.0.0.1/'],
    ['http://[::1]:3000', 'http://[::1]:3000/'],
  ])('%s is read as %s', (typed, href) => {
    expect(accepted(typed)).toBe(href);
  });
});

describe('addresses that are refused', () => {
  it.each([
    ['', 'bad-input', /needed/],
    ['   ', 'bad-input', /needed/],
    ['api.roboflow.com', 'bad-input', /does not say how/],
    ['localhost:8080', 'bad-input', /does not say how/],
    ['//api.roboflow.com', 'bad-input', /does not say how/],
    ['https://', 'bad-input', /complete web address/],
    ['https://not a host', 'bad-input', /complete web address/],
    ['https://example.com:99999', 'bad-input', /complete web address/],
    ['http://api.roboflow.com', 'refused-url', /Plain http/],
    ['http://127.0.0.1.example.com', 'refused-url', /Plain http/],
    ['http://localhost.example.com', 'refused-url', /Plain http/],
    ['http://128.0.0.1', 'refused-url', /Plain http/],
    ['http://0.0.0.0', 'refused-url', /Plain http/],
    ['http://10.0.0.1', 'refused-url', /Plain http/],
    ['http://[::2]', 'refused-url', /Plain http/],
    ['ftp://example.com', 'refused-url', /https only/],
    ['file:///etc/passwd', 'refused-url', /https only/],
    ['ws://127.0.0.1', 'refused-url', /https only/],
    ['https://key@api.roboflow.com', 'refused-url', /user name or a password/],
    ['https://user:pass@api.roboflow.com', 'refused-url', /user name or a password/],
    ['https://api.roboflow.com?api_key=abc', 'refused-url', /more than an address/],
    ['https://api.roboflow.com/#keys', 'refused-url', /more than an address/],
  ])('%s', (typed, code, message) => {
    const parsed = parseBaseUrl(typed);
    expect(parsed).toMatchObject({
      error: { code, field: 'baseUrl', message: expect.stringMatching(message) },
    });
    expect('error' in parsed && parsed.error.hint).toBeTruthy();
  });

  it('does not repeat what was typed, since it may hold a credential', () => {
    const parsed = parseBaseUrl('https://user:hunter2secret@api.roboflow.com?api_key=hunter2secret');
    expect(JSON.stringify(parsed)).not.toContain('hunter2secret');
  });
});

it('asks the same of a URL that did not come from the form', () => {
  expect(refuseBaseUrl(new URL('http://api.roboflow.com'))).toMatchObject({ code: 'refused-url' });
  expect(refuseBaseUrl(new URL('https://api.roboflow.com'))).toBeNull();
});
