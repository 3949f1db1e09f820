/** While a person answers in the browser: what is waited for, until when, and the ways on where no browser came up. */

import type { PlatformId } from '#shared/domain/platform.ts';
import { platforms } from '#shared/domain/platform.ts';
import { bridge } from '../../lib/bridge.ts';
import { timeOfDay } from '../../lib/time.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './browser-waiting.module.css';
import type { BrowserReady } from './use-browser-ready.ts';

/** `ready` is null until the page to open is known. */
export function BrowserWaiting({
  platform,
  requestId,
  ready,
  onOpened,
}: {
  platform: PlatformId;
  requestId: string;
  ready: BrowserReady | null;
  onOpened: (opened: boolean) => void;
}) {
  const request = useRequest();
  const { label } = platforms[platform];

  const openAgain = async () => {
    const again = await request.run(() => bridge().connectionsOpenBrowserAgain({ requestId }));
    if (again) onOpened(again.opened);
  };
  const copy = async () => {
    const copied = await request.run(() => bridge().connectionsCopySignInAddress({ requestId }));
    if (copied) showToast({ about: requestId, text: 'The address was copied.' });
  };

  return (
    <div className={styles.waiting}>
      <div role="status">
        <p className={styles.what}>
          {ready ? 'Waiting for your answer in the browser' : `Asking ${label} for its sign-in page`}
        </p>
        {ready && (
          <p className={styles.how}>
            Choose the workspace there and allow Latchkey to use it. Latchkey waits until{' '}
            {timeOfDay(ready.until)}.
          </p>
        )}
      </div>
      {ready && !ready.opened && (
        <Notice
          tone="warn"
          urgent
          message="No browser could be opened from here."
          hint="Copy the address and open it in a browser on this computer."
        >
          <Button onClick={() => void copy()}>Copy address</Button>
        </Notice>
      )}
      {ready && (
        <div>
          <Button onClick={() => void openAgain()}>Open the browser again</Button>
        </div>
      )}
      <RequestNotice request={request} />
    </div>
  );
}
