/** Shows a workspace's publishable key on demand, to be copied: anybody may hold it. */
import { useEffect, useRef, useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { CopyableId } from '../inventory/details/copyable-id.tsx';
import styles from './publishable-key.module.css';

export function PublishableKey({ workspace }: { workspace: Workspace }) {
  const request = useRequest();
  const [shown, setShown] = useState<string | null>(null);
  const line = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the keyboard goes on with copying what came in its place.
  useEffect(() => {
    if (shown !== null) line.current?.querySelector('button')?.focus();
  }, [shown]);
  const show = async () => {
    const read = await request.run(() => bridge().publishableKeyRead({ workspaceId: workspace.id }));
    if (read) setShown(read.publishableKey);
  };
  return (
    <div ref={line} className={styles.line}>
      {shown === null ? (
        <Button variant="link" busy={request.busy} onClick={() => void show()}>
          Show publishable key
          <span className="visually-hidden"> of {workspace.name}</span>
        </Button>
      ) : (
        <>
          <span className={styles.words}>
            Publishable key, public by design: runs inference and downloads models
          </span>
          <CopyableId id={shown} what="publishable key" />
        </>
      )}
      <RequestNotice request={request} />
    </div>
  );
}
