/** With real child processes; only time is turned by hand. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pipeToCommand } from '../../../src/main/secrets/pipe-to-command.ts';
import { ManualTimer } from '../../support/manual-timer.ts';

const secret = Buffer.from('Zt4qAbCdEfGh12345678');

let folder: string;
let timer: ManualTimer;
let stopping: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-pipe-'));
  timer = new ManualTimer();
  stopping = new AbortController();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const pipe = (argv: [string, ...string[]], value = secret) =>
  pipeToCommand({ argv, secret: value, signal: stopping.signal, timer });
const node = (source: string, ...rest: string[]) =>
  pipe([process.execPath, '--input-type=commonjs', '--eval', source, ...rest]);

/** Resolves once the program has written its first line into the file. */
async function written(file: string): Promise<string> {
  for (;;) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a program that takes it', () => {
  test('gets exactly the secret, on its standard input', async () => {
    const file = join(folder, 'got');
    const result = await pipe(['tee', file]);
    expect(result).toMatchObject({ handedOver: true, message: 'tee took the secret.' });
    expect(await readFile(file)).toEqual(secret);
  });

  test('finds it neither among its arguments nor in its environment', async () => {
    const file = join(folder, 'seen');
    await node(
      `require('fs').writeFileSync(process.argv[1], JSON.stringify([process.argv, process.env, process.execArgv]))`,
      file,
    );
    const seen = await readFile(file, 'utf8');
    expect(seen).toContain('PATH');
    expect(seen).not.toContain(secret.toString());
  });

  test('may show it: the output has it blacked out, however it is written', async () => {
    expect((await pipe(['cat'])).output).toBe('[redacted]');
    const { output } = await node(`
      const text = require('fs').readFileSync(0, 'utf8');
      console.log('plain', text);
      console.error('base64', Buffer.from(text).toString('base64'));
      console.log('coloured', text.slice(0, 5) + '\\u001b[31m' + text.slice(5));`);
    expect(output.split('\n').sort()).toEqual([
      'base64 [redacted]',
      'coloured [redacted]',
      'plain [redacted]',
    ]);
  });

  test('and writes without end in sight: the output is cut, with no part of the secret at the cut', async () => {
    const { output, handedOver } = await node(`
      const text = require('fs').readFileSync(0, 'utf8');
      process.stdout.write(text.repeat(20000));`);
    expect(handedOver).toBe(true);
    expect(output.length).toBeLessThan(9_000);
    expect(output.replaceAll('[redacted]', '').replace('[cut]', '').trim()).not.toMatch(/Zt4q/);
  });

  test('no shell looks at the words', async () => {
    const { output } = await pipe(['echo', '$HOME', '*', '&&', 'false']);
    expect(output).toBe('$HOME * && false');
  });
});

describe('a program that does not', () => {
  test('ends with a code', async () => {
    const result = await node(`process.stdin.resume(); process.stdin.on('end', () => process.exit(3));
      console.error('not signed in');`);
    expect(result).toMatchObject({ handedOver: false, output: 'not signed in' });
    expect(result.message).toContain('ended with code 3');
    expect(await pipe(['false'])).toMatchObject({ handedOver: false });
  });

  test('ends well without reading all of it', async () => {
    // More than a pipe holds.
    const result = await pipe(['true'], Buffer.alloc(1024 * 1024, 'a'));
    expect(result).toMatchObject({
      handedOver: false,
      message: 'true ended without reading the whole secret.',
    });
  });

  test('is ended by a signal', async () => {
    const result = await node(`process.kill(process.pid, 'SIGKILL')`);
    expect(result.message).toContain('SIGKILL');
    expect(result.handedOver).toBe(false);
  });

  test('is not there, or is no program', async () => {
    const missing = await pipe(['no-such-program-here']);
    expect(missing).toEqual({
      handedOver: false,
      message: 'no-such-program-here was not found on this computer. Write its whole path.',
      output: '',
    });
    await writeFile(join(folder, 'notes'), 'notes', { mode: 0o600 });
    expect((await pipe([join(folder, 'notes')])).message).toContain('not a program that you may run');
    // This one Node throws instead of emitting it.
    const through = await pipe([join(folder, 'notes', 'program')]);
    expect(through).toMatchObject({ handedOver: false, message: expect.stringContaining('(ENOTDIR)') });
    expect(timer.waiting).toBe(0);
  });
});

describe('a program that does not end', () => {
  /** Starts a second process of its own, as package runners do, and says who both are. */
  const sleeper = `
    const { spawn } = require('child_process');
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    setInterval(() => {}, 1000);
    require('fs').writeFileSync(process.argv[1], process.pid + ' ' + child.pid + '\\n');`;

  test('is stopped with all that it started', async () => {
    const file = join(folder, 'pids');
    const running = node(sleeper, file);
    const pids = (await written(file)).split(' ').map(Number);
    expect(pids.map(runs)).toEqual([true, true]);
    stopping.abort();
    // No time passes here, so this ends only once nobody holds the output open any more.
    const result = await running;
    expect(result.handedOver).toBe(false);
    expect(result.message).toContain('was stopped');
    expect(runs(pids[0] ?? 0)).toBe(false);
    expect(timer.waiting).toBe(0);
  });

  test('is stopped when its time is over', async () => {
    const file = join(folder, 'pids');
    const running = node(sleeper, file);
    await written(file);
    await timer.advance(60_000);
    expect(await running).toMatchObject({
      handedOver: false,
      message: expect.stringContaining('had not ended after 60 seconds'),
    });
  });

  test('and does not listen is made to end', async () => {
    const file = join(folder, 'pid');
    const running = node(
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);
       require('fs').writeFileSync(process.argv[1], process.pid + '\\n');`,
      file,
    );
    await written(file);
    stopping.abort();
    await timer.advance(2_000);
    expect(await running).toMatchObject({ handedOver: false });
  });

  test('is stopped at once where it was not wanted any more', async () => {
    stopping.abort();
    expect((await pipe(['sleep', '3600'])).message).toContain('was stopped');
  });
});
