/** The command: one line when ready, an exit code and a sentence when it cannot be, and a clean end. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const MAIN = resolve(import.meta.dirname, '../../../src/sandbox/main.ts');
const Ready = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  connections: z.array(
    z.strictObject({
      platform: z.string(),
      baseUrl: z.string(),
      credential: z.string(),
      workspaces: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    }),
  ),
});

let folder: string;
let children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-sandbox-test-'));
});

afterEach(async () => {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  children = [];
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  // Its temporary folders go below ours, so that a test can see whether they are gone.
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, TMPDIR: folder } });
  children.push(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  return { child, output, ended: once(child, 'close').then(([code]) => ({ code, ...output })) };
}

async function ready(running: ReturnType<typeof run>) {
  while (!running.output.stdout.includes('\n')) await once(running.child.stdout, 'data');
  return Ready.parse(JSON.parse(running.output.stdout));
}

describe('when ready', () => {
  it('prints exactly one line of JSON, with connections that work', async () => {
    const running = run('--profile', 'empty', '--port', '0', '--data', join(folder, 'world'));
    const { url, connections } = await ready(running);
    expect(connections.map(({ platform }) => platform)).toEqual([
      'roboflow',
      'workspace-keys',
      'datature-vi',
    ]);
    for (const { platform, baseUrl, credential, workspaces } of connections) {
      expect(baseUrl.startsWith(url)).toBe(true);
      const paths: Record<string, string> = {
        roboflow: '/',
        'workspace-keys': '/api/v1/me',
        'datature-vi': `/vi/v1/organizations/${workspaces[0]?.slug}`,
      };
      const { status } = await fetch(`${baseUrl}${paths[platform]}`, {
        headers: { authorization: `Bearer ${credential}` },
      });
      expect(status).toBe(200);
    }
    running.child.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
  });

  it('without arguments is the demo in a temporary folder', async () => {
    const running = run();
    expect((await ready(running)).connections).toHaveLength(4);
    expect(await readdir(folder)).toHaveLength(1);
    running.child.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await readdir(folder)).toEqual([]);
  });
});

it('--seed decides how the profile chaos fails', async () => {
  const day = async (seed: string) => {
    const { connections } = await ready(run('--profile', 'chaos', '--seed', seed));
    const { baseUrl, credential } = connections[0] ?? expect.unreachable();
    const outcomes: string[] = [];
    for (let count = 0; count < 20; count += 1) {
      const answer = fetch(`${baseUrl}/`, { headers: { authorization: `Bearer ${credential}` } });
      outcomes.push(
        await answer.then(
          (response) => String(response.status),
          () => 'broken',
        ),
      );
    }
    return outcomes;
  };
  const monday = await day('monday');
  expect(monday).toContain('200');
  expect(await day('monday')).toEqual(monday);
  expect(await day('tuesday')).not.toEqual(monday);
});

describe('ends cleanly', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'on %s, also with a connection open; the folder can be used again',
    async (signal) => {
      const data = join(folder, 'world');
      const first = run('--data', data);
      const { url } = await ready(first);
      await fetch(`${url}/roboflow/`, { headers: { connection: 'keep-alive' } });
      first.child.kill(signal);
      expect(await first.ended).toMatchObject({ code: 0 });
      await ready(run('--data', data));
    },
  );

  it('when the parent that forked it goes away', async () => {
    const child = fork(MAIN, ['--profile', 'empty', '--data', join(folder, 'world')], { silent: true });
    children.push(child);
    if (child.stdout) await once(child.stdout, 'data');
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('as a utility process', () => {
  /** Puts Electron's parent port in place before the entry runs, and passes its messages to our channel. */
  const PORT = `data:text/javascript,${encodeURIComponent(`
    import { EventEmitter } from 'node:events';
    process.parentPort = Object.assign(new EventEmitter(), { postMessage: (message) => process.send(message) });
  `)}`;
  function start(...args: string[]) {
    const child = fork(MAIN, args, { silent: true, execArgv: ['--import', PORT] });
    children.push(child);
    return child;
  }

  it('posts the ready line to its parent', async () => {
    const child = start('--profile', 'empty', '--data', join(folder, 'world'));
    const [message] = await once(child, 'message');
    const { type, ...line } = z.looseObject({ type: z.string() }).parse(message);
    expect(type).toBe('ready');
    expect(Ready.parse(line).connections).toHaveLength(3);
  });

  it('posts why it failed, and ends with code 2', async () => {
    const child = start('--profile', 'nothing');
    const exit = once(child, 'exit');
    const [message] = await once(child, 'message');
    expect(message).toMatchObject({ type: 'failed', code: 'unknown-profile' });
    expect(await exit).toEqual([2, null]);
  });
});

describe('is refused with exit code 2, one sentence on stderr and nothing on stdout', () => {
  it.each([
    ['an unknown profile', ['--profile', 'nothing'], /demo, empty/],
    ['a port that is no number', ['--port', 'http'], /--port takes a number/],
    ['a port out of range', ['--port', '65536'], /--port takes a number/],
    ['an unknown option', ['--verbose'], /--verbose/],
    ['an option without its value', ['--data'], /--data/],
    ['a seed without its text', ['--seed'], /--seed/],
    ['a word too many', ['demo'], /demo/],
    ['an empty folder name', ['--data', ''], /--data takes/],
    ['a folder that is a file', ['--data', MAIN], /not a folder/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(...args).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a port in use', async () => {
    const { url } = await ready(run('--profile', 'empty'));
    const { code, stderr } = await run('--profile', 'empty', '--port', new URL(url).port).ended;
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('is in use') });
  });
});

it('--help shows the options and ends with 0', async () => {
  const { code, stdout } = await run('--help').ended;
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('--profile NAME') });
});
