import { beforeEach, describe, expect, test, vi } from 'vitest';
import { HandOvers, type NewSecret } from '../../../src/main/secrets/hand-over.ts';
import { snippetFormats } from '../../../src/shared/ipc/hand-over.ts';
import { ManualTimer } from '../../support/manual-timer.ts';
import { FakeClipboard } from './fake-clipboard.ts';
import { FakeGuard } from './fake-guard.ts';

const secret = 'Zt4qAbCdEfGh12345678';
const bytes = Buffer.from(secret);
const made: NewSecret = {
  platform: 'roboflow',
  workspaceSlug: 'acme',
  baseUrl: 'https://api.roboflow.com/',
  keyName: 'nightly export',
  secret,
  prefix: 'Zt4q',
};

let clipboard: FakeClipboard;
let timer: ManualTimer;
let events: string[];
let blackedOut: Set<string>;
let handOvers: HandOvers;
beforeEach(() => {
  clipboard = new FakeClipboard();
  timer = new ManualTimer();
  events = [];
  blackedOut = new Set();
  let ids = 0;
  handOvers = new HandOvers({
    clipboard,
    clipboardGuard: new FakeGuard(),
    timer,
    newId: () => {
      ids += 1;
      return `ticket-${ids}`;
    },
    askWhereToSave: async () => null,
    setContentProtection: (on) => events.push(`protection ${on ? 'on' : 'off'}`),
    onClipboard: ({ handOverId, state }) => events.push(`${handOverId} ${state}`),
    blackOut: (value) => {
      blackedOut.add(value);
      return () => blackedOut.delete(value);
    },
  });
});

const over = expect.objectContaining({ info: expect.objectContaining({ code: 'handover-over' }) });

describe('the ticket', () => {
  test('tells the visible beginning and how much is hidden', () => {
    expect(handOvers.begin(made)).toEqual({ handOverId: 'ticket-1', prefix: 'Zt4q', hiddenLength: 16 });
  });

  test.each([
    ['an ending in dots', 'Zt4q...', 'Zt4q'],
    ['an ellipsis', 'Zt4q…', 'Zt4q'],
    ['none', '', ''],
    ['one that does not begin the secret', 'rf_ci_', ''],
    ['the whole secret', secret, ''],
    ['more than half of it', secret.slice(0, 11), ''],
  ])('with a prefix of %s', (_what, prefix, visible) => {
    const ticket = handOvers.begin({ ...made, prefix });
    expect(ticket).toMatchObject({ prefix: visible, hiddenLength: secret.length - visible.length });
  });

  test('the log is told of the secret for as long as it is here', () => {
    const { handOverId } = handOvers.begin(made);
    expect([...blackedOut]).toEqual([secret]);
    handOvers.finish(handOverId, { unneeded: true });
    expect(blackedOut.size).toBe(0);
  });
});

describe('copying', () => {
  test('puts the secret on the clipboard as sensitive, for 30 seconds', async () => {
    const { handOverId } = handOvers.begin(made);
    expect(await handOvers.copy(handOverId, 'secret')).toBe('2026-11-21T08:00:30.000Z');
    expect(clipboard).toMatchObject({ text: secret, sensitive: true });
    await timer.advance(29_999);
    expect(clipboard.text).toBe(secret);
    await timer.advance(1);
    expect([clipboard.text, events]).toEqual(['', ['ticket-1 cleared']]);
  });

  test.each(snippetFormats)(
    'a snippet for %s is the one that was shown, with the secret in place',
    async (format) => {
      const { handOverId } = handOvers.begin(made);
      await handOvers.copy(handOverId, format);
      const shown = handOvers.snippets(handOverId)[format];
      expect(shown.replace(`Zt4q${'•'.repeat(16)}`, secret)).toBe(clipboard.text);
    },
  );

  test('the timer outlives the hand-over', async () => {
    const { handOverId } = handOvers.begin(made);
    await handOvers.copy(handOverId, 'secret');
    handOvers.finish(handOverId, { unneeded: false });
    await timer.advance(30_000);
    expect(clipboard.text).toBe('');
  });

  test('a clipboard that takes nothing is no hand-over', async () => {
    const { handOverId } = handOvers.begin(made);
    clipboard.broken = true;
    const refused = expect.objectContaining({ message: expect.stringContaining('nothing was copied') });
    await expect(handOvers.copy(handOverId, 'secret')).rejects.toEqual(refused);
    expect(() => handOvers.finish(handOverId, { unneeded: false })).toThrow('has not been handed over');
  });
});

describe('the masked snippets', () => {
  test('hold the visible beginning only', () => {
    const shown = Object.values(handOvers.snippets(handOvers.begin(made).handOverId)).join('\n');
    expect(shown).toContain('Zt4q••••');
    expect(shown).not.toContain(secret.slice(0, 5));
  });
});

describe('revealing', () => {
  test('turns content protection on before the secret is answered, and off when it is over', () => {
    const { handOverId } = handOvers.begin(made);
    expect(events).toEqual([]);
    expect(handOvers.reveal(handOverId)).toBe(secret);
    expect(events).toEqual(['protection on']);
    handOvers.finish(handOverId, { unneeded: false });
    expect(events).toEqual(['protection on', 'protection off']);
  });

  test('protection stays while another revealed secret is on the window', () => {
    const [one, two] = [handOvers.begin(made).handOverId, handOvers.begin(made).handOverId];
    handOvers.reveal(one);
    handOvers.reveal(two);
    handOvers.finish(one, { unneeded: false });
    expect(events).not.toContain('protection off');
    handOvers.finish(two, { unneeded: false });
    expect(events.at(-1)).toBe('protection off');
  });
});

describe('finishing', () => {
  test('is refused before a hand-over, with a way out', () => {
    const { handOverId } = handOvers.begin(made);
    expect(() => handOvers.finish(handOverId, { unneeded: false })).toThrow(
      expect.objectContaining({
        info: {
          code: 'bad-input',
          message: expect.stringContaining('nightly export'),
          hint: 'Copy it, save it, pipe it to a command, or say that you do not need it.',
        },
      }),
    );
    handOvers.finish(handOverId, { unneeded: true });
  });

  test.each(['secret', 'env', 'curl'] as const)('copying %s is a hand-over', async (format) => {
    const { handOverId } = handOvers.begin(made);
    await handOvers.copy(handOverId, format);
    expect(clipboard.text).toContain(secret);
    handOvers.finish(handOverId, { unneeded: false });
  });

  test.each(['python', 'node'] as const)(
    'copying %s is none: the program reads its environment',
    async (format) => {
      const { handOverId } = handOvers.begin(made);
      await handOvers.copy(handOverId, format);
      expect(clipboard.text).not.toContain(secret);
      expect(() => handOvers.finish(handOverId, { unneeded: false })).toThrow('has not been handed over');
    },
  );

  test('a used and an unknown ticket give nothing', async () => {
    const { handOverId } = handOvers.begin(made);
    handOvers.finish(handOverId, { unneeded: true });
    for (const id of [handOverId, 'ticket-99']) {
      await expect(handOvers.copy(id, 'secret')).rejects.toEqual(over);
      expect(() => handOvers.reveal(id)).toThrow(over);
      expect(() => handOvers.snippets(id)).toThrow(over);
      expect(() => handOvers.finish(id, { unneeded: true })).toThrow(over);
    }
  });

  test('overwrites the bytes it held', () => {
    const from = vi.spyOn(Buffer, 'from');
    const { handOverId } = handOvers.begin(made);
    const held = from.mock.results.map(({ value }) => value as Buffer).filter((each) => each.equals(bytes));
    from.mockRestore();
    expect(held).toHaveLength(1);
    handOvers.finish(handOverId, { unneeded: true });
    expect(held).toEqual([Buffer.alloc(bytes.length)]);
  });

  test('several hand-overs do not touch each other', async () => {
    const other = 'another-secret-000001';
    const first = handOvers.begin(made).handOverId;
    const second = handOvers.begin({ ...made, secret: other, prefix: '' }).handOverId;
    handOvers.finish(first, { unneeded: true });
    await handOvers.copy(second, 'secret');
    expect([handOvers.reveal(second), clipboard.text]).toEqual([other, other]);
  });

  test('quitting ends them all and clears the clipboard now', async () => {
    const [one, two] = [handOvers.begin(made).handOverId, handOvers.begin(made).handOverId];
    handOvers.reveal(two);
    await handOvers.copy(one, 'secret');
    await handOvers.finishAll();
    expect(clipboard.text).toBe('');
    expect(events).toEqual(['protection on', 'protection off', 'ticket-1 cleared']);
    expect([blackedOut.size, timer.waiting]).toEqual([0, 0]);
    expect(() => handOvers.reveal(one)).toThrow(over);
  });

  test('quitting goes on when the clipboard cannot be read', async () => {
    const { handOverId } = handOvers.begin(made);
    await handOvers.copy(handOverId, 'secret');
    clipboard.broken = true;
    await handOvers.finishAll();
    expect(() => handOvers.reveal(handOverId)).toThrow(over);
  });
});
