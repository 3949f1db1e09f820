/** Hand-over to a file and to a command, as the hand-over itself sees it: what counts, and what is refused. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HandOvers, type NewSecret } from '../../../src/main/secrets/hand-over.ts';
import { ManualTimer, settle } from '../../support/manual-timer.ts';
import { FakeClipboard } from './fake-clipboard.ts';
import { FakeGuard } from './fake-guard.ts';

const secret = 'Zt4qAbCdEfGh12345678';
const made: NewSecret = {
  platform: 'roboflow',
  workspaceSlug: 'acme',
  baseUrl: 'https://api.roboflow.com/',
  keyName: '../nightly export: “A/B”',
  secret,
  prefix: 'Zt4q',
};

let folder: string;
let asked: string[];
let answerDialog: (path: string | null) => void;
let handOvers: HandOvers;
let ticket: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-outside-'));
  asked = [];
  handOvers = new HandOvers({
    clipboard: new FakeClipboard(),
    clipboardGuard: new FakeGuard(),
    timer: new ManualTimer(),
    setContentProtection: () => undefined,
    blackOut: () => () => undefined,
    onClipboard: () => undefined,
    askWhereToSave: (name) => {
      asked.push(name);
      return new Promise((resolve) => {
        answerDialog = resolve;
      });
    },
  });
  ticket = handOvers.begin(made).handOverId;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const finish = () => handOvers.finish(ticket, { unneeded: false });
const refusal = (code: string) => expect.objectContaining({ info: expect.objectContaining({ code }) });

describe('saving', () => {
  test.each([
    ['secret', secret],
    ['env', `ROBOFLOW_API_KEY=${secret}\n`],
  ] as const)('as %s is a hand-over', async (format, content) => {
    const saving = handOvers.save(ticket, format);
    expect(asked).toEqual([`nightly-export-A-B.${format}`]);
    answerDialog(join(folder, 'chosen'));
    expect(await saving).toBe('chosen');
    expect(await readFile(join(folder, 'chosen'), 'utf8')).toBe(content);
    finish();
  });

  test('cancelled, or refused by the disk, is none', async () => {
    const cancelled = handOvers.save(ticket, 'secret');
    answerDialog(null);
    expect(await cancelled).toBeNull();
    const refused = handOvers.save(ticket, 'secret');
    answerDialog(join(folder, 'gone', 'chosen'));
    await expect(refused).rejects.toEqual(refusal('file'));
    expect(finish).toThrow('has not been handed over');
  });

  test('writes nothing once the hand-over ended behind the dialog', async () => {
    const saving = handOvers.save(ticket, 'secret');
    handOvers.finish(ticket, { unneeded: true });
    answerDialog(join(folder, 'chosen'));
    await expect(saving).rejects.toEqual(refusal('handover-over'));
    await expect(readFile(join(folder, 'chosen'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('piping', () => {
  test('to a command that takes it is a hand-over', async () => {
    expect(await handOvers.pipe(ticket, `tee '${join(folder, 'got')}'`)).toMatchObject({ handedOver: true });
    expect(await readFile(join(folder, 'got'), 'utf8')).toBe(secret);
    finish();
  });

  test('to one that fails, or to none, is not', async () => {
    expect(await handOvers.pipe(ticket, 'false')).toMatchObject({ handedOver: false });
    await expect(handOvers.pipe(ticket, 'cat | tee x')).rejects.toEqual(refusal('bad-input'));
    expect(finish).toThrow('has not been handed over');
  });

  test('refuses a command that holds the secret, without repeating it', async () => {
    const refused = await handOvers.pipe(ticket, `gh --body=${secret}`).catch((error: unknown) => error);
    expect(refused).toEqual(refusal('bad-input'));
    expect(JSON.stringify(refused)).not.toContain(secret);
  });

  test('runs one command at a time, which can be stopped', async () => {
    const running = handOvers.pipe(ticket, 'sleep 3600');
    await expect(handOvers.pipe(ticket, 'cat')).rejects.toEqual(refusal('conflict'));
    handOvers.stopPipe(ticket);
    expect((await running).message).toContain('was stopped');
    handOvers.stopPipe(ticket);
    expect(await handOvers.pipe(ticket, 'cat')).toMatchObject({ handedOver: true });
  });

  test('ends with the hand-over', async () => {
    const running = handOvers.pipe(ticket, 'sleep 3600');
    await settle();
    await handOvers.finishAll();
    expect((await running).message).toContain('was stopped');
  });
});
