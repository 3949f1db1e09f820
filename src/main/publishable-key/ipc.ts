import type { Sessions } from '../platforms/sessions.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Nothing is kept: it is asked for when somebody wants to see it. */
export function publishableKeyHandlers(
  store: Store,
  sessions: Sessions,
): Handlers<CallsOf<'publishableKey'>> {
  return {
    'publishableKey.read': async ({ workspaceId }) => {
      const workspace = (await store.read.workspaces()).find(({ id }) => id === workspaceId);
      if (!workspace)
        throw new AppError({ code: 'not-found', message: 'This workspace is not here any more.' });
      const publishableKey = await sessions.use(workspace.connectionId, (adapter, session) => {
        if (!adapter.publishableKey)
          throw new AppError({ code: 'not-supported', message: 'This platform has no publishable key.' });
        return adapter.publishableKey(session, workspace.slug);
      });
      return { publishableKey };
    },
  };
}
