/** Every key without a secret, each to be decided about. Opens itself never: it waits behind the banner. */
import { useEffect, useRef } from 'react';
import { closeDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { GhostItem } from './ghost-item.tsx';
import styles from './ghost-keys-dialog.module.css';
import { useGhosts } from './ghosts-store.ts';

export function GhostKeysDialog() {
  const ghosts = useGhosts((state) => state.ghosts);
  const opening = useRef<HTMLParagraphElement>(null);
  const left = ghosts.length;
  useEffect(() => {
    if (left === 0) closeDialog();
    // What was decided takes its buttons with it; whoever was on one of them goes on with what is left.
    else if (document.activeElement === document.body) opening.current?.focus();
  }, [left]);

  return (
    <Dialog
      title="Keys without a secret"
      width="wide"
      initialFocus={opening}
      onClose={closeDialog}
      footer={<Button onClick={closeDialog}>Decide later</Button>}
    >
      <p ref={opening} className={styles.opening} tabIndex={-1}>
        A secret comes once, and nobody has these. Such a key is of no use, but it can do all that its scope
        says: delete it and make another, or keep it if you know better.
      </p>
      <ul className={styles.list}>
        {ghosts.map((ghost) => (
          <GhostItem key={ghost.intentId} ghost={ghost} />
        ))}
      </ul>
    </Dialog>
  );
}
