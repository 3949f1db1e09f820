import { expect, it } from 'vitest';
import { carriesSecret, snippet } from '../../../src/main/secrets/snippets.ts';
import { snippetFormats } from '../../../src/shared/ipc/hand-over.ts';

const secret = 'dtvi_AbCdEfGh12345678';
const place = {
  platform: 'datature-vi',
  workspaceSlug: 'org_7fh2kq9m',
  baseUrl: 'https://vi.example/',
} as const;

it.each(snippetFormats)('%s names both variables of the platform and the organization', (format) => {
  const text = snippet(format, place, secret);
  expect(text).toContain('DATATURE_VI_SECRET_KEY');
  expect(text).toContain('DATATURE_VI_ORGANIZATION_ID');
  expect(text).toContain('org_7fh2kq9m');
  expect(text.includes(secret)).toBe(carriesSecret(format));
  expect(text.endsWith('\n')).toBe(true);
});

it('the lines for .env are the two variables', () => {
  expect(snippet('env', place, secret)).toBe(
    `DATATURE_VI_SECRET_KEY=${secret}\nDATATURE_VI_ORGANIZATION_ID=org_7fh2kq9m\n`,
  );
});

it('Python uses the SDK of the platform', () => {
  expect(snippet('python', place, secret)).toContain('vi.Client(');
});
