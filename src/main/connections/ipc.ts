import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { BrowserSignIns } from './browser.ts';
import { createCancelling } from './cancelling.ts';
import type { ConnectionDesk } from './desk.ts';
import type { ConnectionService } from './service.ts';

/** `afterSignIn` starts reading the workspaces; the answer does not wait for it. */
export function connectionHandlers(
  service: ConnectionService,
  browser: BrowserSignIns,
  desk: ConnectionDesk,
  store: Store,
  afterSignIn: (workspaceIds: string[]) => void,
): Handlers<CallsOf<'connections'> | CallsOf<'workspaces'>> {
  const signIns = createCancelling();
  return {
    'workspaces.list': () => store.read.workspaces(),
    'workspaces.change': async ({ workspaceId, ...change }) => {
      await desk.changeWorkspace(workspaceId, change);
      return {};
    },
    'workspaces.move': async ({ workspaceId, position }) => {
      await desk.moveWorkspace(workspaceId, position);
      return {};
    },
    'connections.connect': async ({ requestId, ...request }) => {
      const connected = await signIns.run(requestId, (signal) => service.connect({ ...request, signal }));
      afterSignIn(connected.workspaceIds);
      return connected;
    },
    'connections.signInAgain': async ({ connectionId, credential, requestId }) => {
      const signedIn = await signIns.run(requestId, (signal) =>
        service.signInAgain(connectionId, credential, { signal }),
      );
      afterSignIn(signedIn.workspaceIds);
      return signedIn;
    },
    'connections.connectInBrowser': async (request) => {
      const connected = await signIns.run(request.requestId, (signal) =>
        service.connectInBrowser({ ...request, signal }),
      );
      afterSignIn(connected.workspaceIds);
      return connected;
    },
    'connections.signInAgainInBrowser': async ({ connectionId, requestId }) => {
      const signedIn = await signIns.run(requestId, (signal) =>
        service.signInAgainInBrowser(connectionId, { requestId, signal }),
      );
      afterSignIn(signedIn.workspaceIds);
      return signedIn;
    },
    'connections.openBrowserAgain': async ({ requestId }) => ({ opened: await browser.openAgain(requestId) }),
    'connections.copySignInAddress': async ({ requestId }) => {
      await browser.copyAddress(requestId);
      return {};
    },
    'connections.cancel': async ({ requestId }) => ({ stopped: signIns.cancel(requestId) }),
    'connections.list': () => desk.list(),
    'connections.check': async ({ connectionId }) => {
      await desk.check(connectionId);
      return {};
    },
    'connections.rename': async ({ connectionId, label }) => {
      await desk.rename(connectionId, label);
      return {};
    },
    'connections.remove': ({ connectionId }) => desk.remove(connectionId),
    'connections.tryKeychain': () => desk.tryKeychain(),
  };
}
