/** The frame, the same on every screen: workspaces on the left, the screen in the middle, one key on the right. */
import { useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { BulkBanner } from '../features/bulk/bulk-banner.tsx';
import { GhostBanner } from '../features/ghost-keys/ghost-banner.tsx';
import { KeyDetails } from '../features/inventory/details/key-details.tsx';
import { useSelection } from '../features/inventory/selection-store.ts';
import { QuarantineBanner } from '../features/quarantine/quarantine-banner.tsx';
import { TroubleBanner } from '../features/start-problem/trouble-banner.tsx';
import { ClockBanner } from '../features/sync/clock-banner.tsx';
import { ProblemBanner } from '../features/workspaces/problem-banner.tsx';
import styles from './frame.module.css';
import { useFocusKeptFrom } from './kept-focus.ts';
import { askForInspector, focusMainList, mainId, useInspector, useScreen } from './screen-store.ts';
import { screenOf } from './screens.tsx';
import { SecretStoreBanner } from './secret-store-banner.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

export function Frame() {
  const { Header, View, inspector, tellsTrouble } = useScreen(({ screen }) => screenOf(screen));
  const asked = useInspector((state) => state.asked);
  const hasKey = useSelection(({ keyId }) => keyId !== null);
  const hasInspector = inspector === 'asked' ? asked && hasKey : inspector;
  const details = useRef<HTMLElement>(null);
  const banners = useRef<HTMLDivElement>(null);
  useFocusKeptFrom(banners);
  const toDetails = useCallback(() => {
    flushSync(() => askForInspector(true));
    details.current?.focus();
  }, []);
  const leaveDetails = useCallback(() => {
    flushSync(() => askForInspector(false));
    focusMainList();
  }, []);
  return (
    <div className={styles.frame}>
      <Sidebar />
      <div className={styles.main}>
        <TopBar onDone={focusMainList} />
        <main id={mainId} tabIndex={-1} className={styles.content}>
          <div ref={banners} className={styles.banners}>
            <TroubleBanner />
            {!tellsTrouble && <SecretStoreBanner />}
            <BulkBanner />
            <GhostBanner />
            {!tellsTrouble && <ProblemBanner />}
            {!tellsTrouble && <ClockBanner />}
            <QuarantineBanner />
          </div>
          {Header && <Header />}
          <div className={styles.columns} data-inspector={hasInspector}>
            <div className={styles.view}>
              <View onEnter={toDetails} />
            </div>
            {hasInspector && (
              <div className={styles.inspector}>
                <KeyDetails
                  regionRef={details}
                  onLeave={leaveDetails}
                  onClose={inspector === 'asked' ? leaveDetails : undefined}
                />
              </div>
            )}
          </div>
        </main>
        <StatusBar />
      </div>
    </div>
  );
}
