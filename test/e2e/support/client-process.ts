/** A program that uses a key: it reads the secret from its settings before each call, and never stops calling. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Call } from './client.ts';

const [url = '', settings = ''] = process.argv.slice(2);
const pause = 60;

for (;;) {
  const secret = (await readFile(settings, 'utf8')).trim();
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: '{}',
  });
  await response.arrayBuffer();
  const mark = createHash('sha256').update(secret).digest('hex').slice(0, 12);
  process.send?.({ status: response.status, mark } satisfies Call);
  await setTimeout(pause);
}
