/** Where the scripts of worker threads are for a test; `build-threads.ts` makes them before the first one. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How the folder reaches the processes of the tests, and those they start. */
export const threadsVariable = 'LATCHKEY_TEST_THREADS';

/** The store's own script, and such that end, fill up or stand still. */
export type ThreadScript = 'store' | 'dying-store' | 'full-store' | 'stopping-store' | 'standing-store';

export function threadScript(name: ThreadScript): URL {
  const folder = process.env[threadsVariable];
  if (!folder) throw new Error('Only tests whose project builds the thread scripts can start a thread.');
  return pathToFileURL(join(folder, `${name}.js`));
}

/** The key for which the script that ends does so, instead of answering. */
export const fatalKeyId = 'the key that ends the thread';
