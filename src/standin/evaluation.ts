/**
 * Lets a test that started this process run functions in it, as Playwright can in Electron. The channel is the one Node
 * makes for a forked child, so it does not exist unless the parent asked for it.
 */
import { runInThisContext } from 'node:vm';
import { dialogAnswers } from './electron/dialog.ts';
import { electron } from './electron/index.ts';
import { records } from './electron/records.ts';

/** Text of a function that gets the `electron` module and one argument. */
interface EvaluationRequest {
  readonly kind: 'evaluate';
  readonly id: number;
  readonly source: string;
  readonly arg: unknown;
}

function isRequest(message: unknown): message is EvaluationRequest {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'evaluate';
}

async function evaluate({ id, source, arg }: EvaluationRequest): Promise<void> {
  try {
    const run = runInThisContext(`(${source})`) as (module: object, arg: unknown) => unknown;
    const value = await run(
      Object.assign(Object.create(electron), { standin: { records, dialogAnswers } }),
      arg,
    );
    process.send?.({ kind: 'evaluated', id, value });
  } catch (error) {
    process.send?.({ kind: 'evaluated', id, error: error instanceof Error ? error.message : String(error) });
  }
}

export function answerEvaluations(): void {
  if (!process.send) return;
  process.on('message', (message) => {
    if (isRequest(message)) void evaluate(message);
  });
  // The application lives as long as it wants to, not as long as somebody listens; but not without its test.
  process.channel?.unref();
  process.on('disconnect', () => electron.app.quit());
}
