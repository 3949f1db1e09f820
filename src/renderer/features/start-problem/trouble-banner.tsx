/** Says over the desk that changes are not being stored right now, and what helps. */
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { syncNow, useSync } from '../sync/sync-store.ts';
import { showStart, useStart } from './start-store.ts';

export function TroubleBanner() {
  const trouble = useStart((state) => (state.phase === 'ready' ? state.trouble : null));
  const syncing = useSync((state) => state.status.running);
  const request = useRequest();
  if (!trouble) return null;

  const check = () =>
    void request.run(() => bridge().startTryAgain({})).then((state) => state && showStart(state));
  const show = () => void request.run(() => bridge().startShowFolder({ which: 'data' }));
  const corrupt = trouble.kind === 'corrupt';
  return (
    <Notice
      tone="bad"
      banner
      message={`${trouble.title}.`}
      hint={
        corrupt
          ? 'Something just now could not be read or stored. Check the data: you are then offered to move the file aside.'
          : `The last change was not stored here. ${trouble.meaning} ${trouble.next}`
      }
    >
      {corrupt ? (
        <Button variant="link" busy={request.busy} onClick={check}>
          Check the data
        </Button>
      ) : (
        // A sync stores something in any case, so it shows whether storing works again.
        <Button variant="link" busy={syncing} onClick={() => void syncNow(null)}>
          Try again
        </Button>
      )}
      <Button variant="link" onClick={show}>
        Show the folder
      </Button>
    </Notice>
  );
}
