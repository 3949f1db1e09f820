import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segment } from '../../../../src/main/platforms/http/path.ts';
import { PlatformError } from '../../../../src/main/platforms/platform-error.ts';

it('keeps any id in its place in the path, and whole', () => {
  const ids = fc.string({ unit: 'grapheme' }).filter((id) => !['', '.', '..'].includes(id));
  fc.assert(
    fc.property(ids, (id) => {
      const url = new URL(`https://example.com/ws/api-keys/${segment(id)}`);
      const parts = url.pathname.split('/');
      expect([parts.length, url.search, url.hash]).toEqual([4, '', '']);
      expect(decodeURIComponent(parts[3] ?? '')).toBe(id);
    }),
  );
});

it('leaves no reserved character as it is', () => {
  expect(segment("a/b?c#d&e=f+g h!'()*")).toBe('a%2Fb%3Fc%23d%26e%3Df%2Bg%20h%21%27%28%29%2A');
});

it.each(['', '.', '..'])('refuses %j, which would name another address', (id) => {
  expect(() => segment(id)).toThrow(PlatformError);
});
