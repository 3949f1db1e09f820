/** The two ways out of the hand-over: done, or not needed, which is asked once more on the spot. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './store-secret-footer.module.css';

export function StoreSecretFooter({
  handedOver,
  busy,
  onDone,
  onUnneeded,
}: {
  handedOver: boolean;
  busy: boolean;
  onDone: () => void;
  onUnneeded: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const unneeded = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  // The question takes the place of the button that was pressed; the harmless answer gets its focus, and gives it back.
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsked.current) unneeded.current?.focus();
    wasAsked.current = asking;
  }, [asking]);

  if (asking) {
    return (
      <>
        <p className={styles.question} role="alert">
          Nobody can get this secret back. The key stays.
        </p>
        <Button ref={keep} onClick={() => setAsking(false)}>
          Go back
        </Button>
        <Button variant="danger" busy={busy} onClick={onUnneeded}>
          Discard it
        </Button>
      </>
    );
  }
  return (
    <>
      <div className={styles.left}>
        {!handedOver && (
          <Button
            ref={unneeded}
            variant="link"
            className={styles.unneeded ?? ''}
            onClick={() => setAsking(true)}
          >
            I don’t need it
          </Button>
        )}
      </div>
      <Button variant="primary" disabled={!handedOver} busy={busy} onClick={onDone}>
        Done
      </Button>
    </>
  );
}
