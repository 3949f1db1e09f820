/** The only place that listens to the window: checks who asks and what, and answers with a typed result. */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { type CallName, calls, type EventName, type EventPayload, events } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/ipc/define.ts';
import type { CallsOf, Handlers, ServiceHandlers } from '../system/handlers.ts';
import { isAppUrl } from './app-protocol.ts';

type Binding = {
  /** Those of the start, which answer while nothing else does. */
  early: Handlers<CallsOf<'start'>>;
  /** The services', once they are up; a call that comes earlier waits for them. */
  handlers: () => Promise<ServiceHandlers>;
  describe: (error: unknown) => ErrorInfo;
};

const refusedSender: ErrorInfo = {
  code: 'bad-input',
  message: 'This call did not come from Latchkey’s own window.',
};

export function bindCalls({ early, handlers, describe }: Binding): void {
  for (const name of Object.keys(calls) as CallName[]) {
    ipcMain.handle(name, async (event, input: unknown): Promise<Result<unknown>> => {
      if (!isOwnMainFrame(event)) return { ok: false, error: refusedSender };
      const parsed = calls[name].input.safeParse(input);
      if (!parsed.success) return { ok: false, error: malformed(name, parsed.error.issues[0]) };
      try {
        const handler = (name in early ? early : await handlers())[name as never] as (
          input: unknown,
        ) => Promise<unknown>;
        // The answer is parsed too: what a schema does not name cannot slip out to the window.
        return { ok: true, value: calls[name].output.parse(await handler(parsed.data)) };
      } catch (error) {
        return { ok: false, error: describe(error) };
      }
    });
  }
}

/** Sends an event of the contract to every window that is still there. */
export function emitToWindows<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  const checked = events[name].payload.parse(payload);
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed() && isAppUrl(window.webContents.getURL()))
      window.webContents.send(name, checked);
  }
}

/** Sub-frames and foreign pages have no business here; a frame that is gone by now is nobody. */
function isOwnMainFrame(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isAppUrl(frame.url);
}

function malformed(name: CallName, issue: { path: PropertyKey[] } | undefined): ErrorInfo {
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.map(String).join('.')}` : '';
  return { code: 'bad-input', message: `The call ${name} has an input of the wrong form${where}.` };
}
