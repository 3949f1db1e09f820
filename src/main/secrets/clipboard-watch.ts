/**
 * What the clipboard helper does. It reads orders line by line from the process that copied; when that line breaks off
 * without a release, it was killed, and the helper takes the text off the clipboard when its time is over.
 */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from '#shared/zod.ts';
import { markOfText } from './clipboard-mark.ts';
import type { ClipboardPort } from './clipboard-port.ts';
import type { Timer } from './timer.ts';

const watchOrderSchema = z.strictObject({
  /** Key of the mark, base64. */
  key: z.string(),
  /** The copied text under that key (clipboard-mark.ts). */
  mark: z.string(),
  /** When the text has to be gone, RFC 3339. */
  clearsAt: z.string(),
});
/** What to take off the clipboard, and when. */
export type WatchOrder = z.infer<typeof watchOrderSchema>;

const lineSchema = z.union([watchOrderSchema, z.strictObject({ release: z.literal(true) })]);

/** Another program can hold the clipboard for a moment (Windows). */
const retryAfter = 1_000;
const mostTries = 30;

type Needs = {
  clipboard: Pick<ClipboardPort, 'readText' | 'clear'>;
  timer: Timer;
  input: Readable;
  output: Writable;
};

/** Answers when there is nothing left to do. Each order is acknowledged with a line; only the newest counts. */
export async function watchClipboard({ clipboard, timer, input, output }: Needs): Promise<void> {
  let order: WatchOrder | null = null;
  // Whoever reads the acknowledgements may be gone by now: that is what this process is for.
  output.on('error', () => undefined);
  for await (const line of createInterface({ input })) {
    const parsed = lineSchema.safeParse(parsedJson(line));
    if (!parsed.success) continue;
    if ('release' in parsed.data) return;
    order = parsed.data;
    output.write('watching\n');
  }
  if (order) await clearInTime(clipboard, timer, order);
}

async function clearInTime(clipboard: Needs['clipboard'], timer: Timer, order: WatchOrder): Promise<void> {
  const rest = Date.parse(order.clearsAt) - timer.now().getTime();
  await later(timer, Math.max(0, rest));
  const key = Buffer.from(order.key, 'base64');
  for (let tries = 1; tries <= mostTries; tries += 1) {
    try {
      if (markOfText(key, await clipboard.readText()) === order.mark) await clipboard.clear();
      return;
    } catch {
      await later(timer, retryAfter);
    }
  }
}

function later(timer: Timer, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    timer.after(milliseconds, resolve);
  });
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
