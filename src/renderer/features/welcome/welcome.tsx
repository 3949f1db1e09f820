/** The first screen: what Latchkey is, and the ways in. */
import { useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { openDialog } from '../../app/dialogs.ts';
import { Mark } from '../../app/mark.tsx';
import { SecretStoreBanner } from '../../app/secret-store-banner.tsx';
import { answer, bridge } from '../../lib/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CliImportOffer } from '../cli-import/cli-import-offer.tsx';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import styles from './welcome.module.css';

export function Welcome() {
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);

  async function exploreSandbox(): Promise<void> {
    setStarting(true);
    setProblem(null);
    const result = await answer(bridge().appExploreSandbox({}));
    setStarting(false);
    if (result.ok) await loadWorkspaces();
    else setProblem(result.error);
  }

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <Mark size={44} />
        <h1 className={styles.title}>Latchkey</h1>
        <p className={styles.lead}>
          One desk for the API keys of all your organizations: see what each key may do, narrow it, and retire
          it in time.
        </p>
        <ul className={styles.ways}>
          <li className={styles.way}>
            <Button variant="primary" onClick={() => openDialog({ kind: 'connect' })}>
              Connect a workspace
            </Button>
            <p className={styles.line}>With an API key or token you already have.</p>
          </li>
          <li className={styles.way}>
            <Button busy={starting} onClick={() => void exploreSandbox()}>
              Explore the sandbox
            </Button>
            <p className={styles.line}>Made-up workspaces on this computer. Nothing leaves it.</p>
          </li>
          <CliImportOffer>
            {(button, sentence) => (
              <li className={styles.way}>
                {button}
                <p className={styles.line}>{sentence}</p>
              </li>
            )}
          </CliImportOffer>
        </ul>
        {problem && <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />}
        <SecretStoreBanner banner={false} />
      </div>
    </main>
  );
}
