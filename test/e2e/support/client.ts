/** A client process of a key, as the test sees it: what each of its calls was answered, and with which secret it asked. */
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

/** `mark`: of the secret, which is never told itself. */
export type Call = { status: number; mark: string };

/** `url`: what it posts to, over and over. `folder`: where its settings are. */
export async function startClient(folder: string, url: string, secret: string) {
  const settings = join(folder, 'client.env');
  const calls: Call[] = [];
  await writeFile(settings, secret, { mode: 0o600 });
  const client = fork(fileURLToPath(new URL('./client-process.ts', import.meta.url)), [url, settings]);
  client.on('message', (call: Call) => calls.push(call));

  const markOf = (of: string) => createHash('sha256').update(of).digest('hex').slice(0, 12);
  const made = (with_: string) => calls.filter(({ mark }) => mark === markOf(with_)).length;
  return {
    /** Every call so far, oldest first. */
    calls: calls as readonly Call[],
    made,
    /** Deployed with another secret. */
    deploy: (next: string) => writeFile(settings, next, { mode: 0o600 }),
    /** Until it has called some times more with this secret. */
    async keepsCalling(with_: string): Promise<void> {
      const before = made(with_);
      await expect.poll(() => made(with_)).toBeGreaterThan(before + 3);
    },
    async stop(): Promise<void> {
      client.kill();
      if (client.exitCode === null && client.signalCode === null) await once(client, 'exit');
    },
  };
}

export type Client = Awaited<ReturnType<typeof startClient>>;
