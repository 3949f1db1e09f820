import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quoteForEnv, quoteForProgram, quoteForShell } from '../../../src/main/secrets/quoting.ts';
import { carriesSecret, type SnippetPlace, snippet } from '../../../src/main/secrets/snippets.ts';
import { snippetFormats } from '../../../src/shared/ipc/hand-over.ts';

const secret = 'Zt4qAbCdEfGh12345678';
const roboflow: SnippetPlace = {
  platform: 'roboflow',
  workspaceSlug: 'acme',
  baseUrl: 'https://api.roboflow.com/',
};
const workspaceKeys: SnippetPlace = {
  platform: 'workspace-keys',
  workspaceSlug: 'line 4/ö',
  baseUrl: 'https://vision.example/',
};

/** What a shell makes of a line, without starting one per case: every word comes back with a zero byte behind it. */
function readByShell(lines: string[]): string[] {
  const script = lines.map((line) => `unset SECRET; ${line}\nprintf '%s\\0' "$SECRET"`).join('\n');
  const { stdout, status } = spawnSync('sh', { input: script, encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
}

describe('quoting gives back exactly what went in', () => {
  /** Whatever a header can carry and more; a zero byte ends a word for every program there is. */
  const anySecret = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(withoutZero);
  const odd = fc.string({
    unit: fc.constantFrom(...'\'"\\`$!#&;|<>()*?[]{}~= %@^\n\tAb1'),
    minLength: 1,
    maxLength: 20,
  });
  const samples = [
    ...fc.sample(anySecret, { numRuns: 200, seed: 11 }),
    ...fc.sample(odd, { numRuns: 400, seed: 12 }),
  ];

  test('for a shell', () => {
    expect(readByShell(samples.map((value) => `SECRET=${quoteForShell(value)}`))).toEqual(samples);
  });

  test('for .env read by a shell', () => {
    expect(readByShell(samples.map((value) => `SECRET=${quoteForEnv(value)}`))).toEqual(samples);
  });

  test('for .env read by Node, whatever does not have both kinds of quotes', () => {
    const readable = samples.filter((value) => !value.includes("'") || !/["\\$`\n\r]/.test(value));
    expect(readable.length).toBeGreaterThan(100);
    const read = readable.map((value) => parseEnv(`A=1\nSECRET=${quoteForEnv(value)}\nB=2\n`));
    expect(read).toEqual(
      readable.map((value) => ({ A: '1', SECRET: value.replaceAll('\r\n', '\n'), B: '2' })),
    );
  });

  test('for programs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => JSON.parse(quoteForProgram(value)) === value),
    );
  });

  test('a secret as platforms make them stands plain in .env', () => {
    expect(quoteForEnv(secret)).toBe(secret);
  });
});

function withoutZero(text: string): boolean {
  return !text.includes('\0');
}

describe('what a snippet says', () => {
  test('the secret is only where the format calls for it', () => {
    for (const place of [roboflow, workspaceKeys]) {
      for (const format of snippetFormats) {
        expect(snippet(format, place, secret).includes(secret)).toBe(carriesSecret(format));
      }
    }
  });

  test("variables are the platform's own", () => {
    expect(snippet('env', roboflow, secret)).toBe(`ROBOFLOW_API_KEY=${secret}\n`);
    expect(snippet('env', workspaceKeys, secret)).toBe(`WORKSPACE_API_KEY=${secret}\n`);
    for (const format of snippetFormats) {
      expect(snippet(format, roboflow, secret)).toContain('ROBOFLOW_API_KEY');
      expect(snippet(format, workspaceKeys, secret)).toContain('WORKSPACE_API_KEY');
    }
  });

  test("Roboflow's own package, with the key in the header", () => {
    const python = snippet('python', roboflow, secret);
    expect(python).toContain('api_url="https://serverless.roboflow.com"');
    expect(python).toContain('api_key=os.environ["ROBOFLOW_API_KEY"]');
    expect(python).toContain('api_key_transport="header"');
  });

  test('addresses are those of the platform, never with the secret in them', () => {
    for (const format of ['node', 'curl'] as const) {
      expect(snippet(format, roboflow, secret)).toContain('https://serverless.roboflow.com/your-project/1');
      expect(snippet(format, workspaceKeys, secret)).toContain(
        'https://vision.example/api/v1/workspaces/line%204%2F%C3%B6/models/your-model/predict',
      );
    }
  });
});

describe('run as they are', () => {
  let folder: string;
  let server: Server;
  let baseUrl: string;
  let seen: { url: string | undefined; authorization: string | undefined; body: string }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'latchkey-snippets-'));
    await writeFile(join(folder, 'image.jpg'), 'an image');
    server = createServer(async (request, response) => {
      const { url, headers } = request;
      seen.push({ url, authorization: headers.authorization, body: await bodyOf(request) });
      response.end('{"predictions":[]}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  });

  const places: [SnippetPlace['platform'], string, string][] = [
    ['roboflow', '/infer/your-project/1', Buffer.from('an image').toString('base64')],
    ['workspace-keys', '/api/v1/workspaces/acme/models/your-model/predict', 'an image'],
  ];
  const interpreters = [
    ['node', process.execPath, ['--input-type=module', '--eval']],
    ['python', 'python3', ['-c']],
    ['curl', 'sh', ['-c']],
  ] as const;

  for (const [platform, url, body] of places) {
    for (const [format, program, args] of interpreters) {
      const needed = format === 'curl' ? 'curl' : program;
      const isMissing = spawnSync(needed, ['--version']).error !== undefined;
      test.skipIf(isMissing)(`${platform} by ${format}`, async () => {
        seen = [];
        const place = { platform, workspaceSlug: 'acme', baseUrl };
        const variable = platform === 'roboflow' ? 'ROBOFLOW_API_KEY' : 'WORKSPACE_API_KEY';
        // The snippet for cURL brings the secret itself; the programs find it in their environment.
        const env = { PATH: process.env.PATH, ...(format === 'curl' ? {} : { [variable]: secret }) };
        const code = snippet(format, place, secret);
        const { stdout } = await promisify(execFile)(program, [...args, code], { cwd: folder, env });
        expect(stdout).toContain('predictions');
        expect(seen).toEqual([{ url, authorization: `Bearer ${secret}`, body }]);
      });
    }
  }
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}
