/** The screen in the desk's place while the data cannot be opened: what happened, what it means, and the ways out. */
import { useEffect, useRef } from 'react';
import type { StartProblem } from '#shared/ipc/start.ts';
import { Mark } from '../../app/mark.tsx';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { FilePath } from './file-path.tsx';
import styles from './start-problem.module.css';
import { showStart } from './start-store.ts';

export function StartProblemScreen({ problem }: { problem: StartProblem }) {
  const request = useRequest();
  const title = useRef<HTMLHeadingElement>(null);
  // The desk has just been replaced: reading starts here.
  useEffect(() => title.current?.focus(), []);

  const open = (way: 'startTryAgain' | 'startMoveAside') =>
    void request.run(() => bridge()[way]({})).then((state) => state && showStart(state));
  const corrupt = problem.kind === 'corrupt';

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Mark size={44} />
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {problem.title}
        </h1>
        <p className={styles.text}>{problem.happened}</p>
        <p className={styles.text}>{problem.meaning}</p>
        <p className={styles.text}>{problem.next}</p>
        <FilePath label="File" path={problem.file} />
        <div className={styles.actions}>
          {corrupt && (
            <Button variant="primary" busy={request.busy} onClick={() => open('startMoveAside')}>
              Move it aside and start fresh
            </Button>
          )}
          <Button
            variant={corrupt ? 'plain' : 'primary'}
            busy={request.busy}
            onClick={() => open('startTryAgain')}
          >
            Try again
          </Button>
          <Button onClick={() => void request.run(() => bridge().startShowFolder({ which: 'data' }))}>
            Show the folder
          </Button>
          <Button onClick={() => void request.run(() => bridge().startQuit({}))}>Quit</Button>
        </div>
        {corrupt && (
          <p className={styles.aside}>
            The damaged file is renamed and stays in the same folder. Connections, workspaces, environments
            and activity move into the new one as far as they can be read.
          </p>
        )}
        <RequestNotice request={request} />
      </div>
    </main>
  );
}
