/** The frame, the same in every view: workspaces on the left, the view in the middle, one key on the right. */
import { useCallback, useRef } from 'react';
import { KeyDetails } from '../features/inventory/details/key-details.tsx';
import { InventoryView } from '../features/inventory/inventory-view.tsx';
import { TroubleBanner } from '../features/start-problem/trouble-banner.tsx';
import { ProblemBanner } from '../features/workspaces/problem-banner.tsx';
import styles from './frame.module.css';
import { SecretStoreBanner } from './secret-store-banner.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

export function Frame() {
  const grid = useRef<HTMLTableElement>(null);
  const details = useRef<HTMLElement>(null);
  const toGrid = useCallback(() => grid.current?.focus(), []);
  const toDetails = useCallback(() => details.current?.focus(), []);
  return (
    <div className={styles.frame}>
      <Sidebar />
      <div className={styles.main}>
        <TopBar onDone={toGrid} />
        <main className={styles.content}>
          <TroubleBanner />
          <SecretStoreBanner />
          <ProblemBanner />
          <div className={styles.columns}>
            <div className={styles.view}>
              <InventoryView gridRef={grid} onEnter={toDetails} />
            </div>
            <div className={styles.inspector}>
              <KeyDetails regionRef={details} onLeave={toGrid} />
            </div>
          </div>
        </main>
        <StatusBar />
      </div>
    </div>
  );
}
