import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { ConnectionService } from './service.ts';

/** `afterSignIn` starts reading the workspaces; the answer does not wait for it. */
export function connectionHandlers(
  service: ConnectionService,
  store: Store,
  afterSignIn: (workspaceIds: string[]) => void,
): Handlers<CallsOf<'connections'> | CallsOf<'workspaces'>> {
  return {
    'workspaces.list': () => store.read.workspaces(),
    'connections.connect': async (input) => {
      const connected = await service.connect(input);
      afterSignIn(connected.workspaceIds);
      return connected;
    },
    'connections.signInAgain': async ({ connectionId, credential }) => {
      const signedIn = await service.signInAgain(connectionId, credential);
      afterSignIn(signedIn.workspaceIds);
      return signedIn;
    },
  };
}
