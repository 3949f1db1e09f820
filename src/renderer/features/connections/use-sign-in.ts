/** One try at signing in from a dialog, by either way; with the browser it lasts until the person has answered there. */
import { useState } from 'react';
import type { PlatformId } from '#shared/domain/platform.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { SignInWay } from '#shared/ipc/connections.ts';
import type { Result } from '#shared/ipc/define.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { useRequest } from '../../lib/use-request.ts';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import { useBrowserReady } from './use-browser-ready.ts';
import { useCancellable } from './use-cancellable.ts';

type Ways = { paste: () => Promise<Result<unknown>>; browse: () => Promise<Result<unknown>> };

export function useSignIn(platform: PlatformId, first: SignInWay) {
  const [chosen, setWay] = useState(first);
  const way = platforms[platform].browserSignIn ? chosen : 'credential';
  const request = useRequest();
  const { requestId, close } = useCancellable(request);
  const { ready, setOpened, forget } = useBrowserReady(requestId);

  return {
    way,
    setWay(next: SignInWay) {
      setWay(next);
      request.clear();
    },
    request,
    requestId,
    close,
    /** Null unless the browser has been sent out. */
    ready,
    setOpened,
    isWaiting: way === 'browser' && request.busy,
    async signIn({ paste, browse }: Ways) {
      forget();
      const signedIn = await request.run(way === 'browser' ? browse : paste);
      if (signedIn === null) return;
      // Before the dialog goes: what lies behind it would still show how it was.
      await loadWorkspaces();
      closeDialog();
    },
  };
}
