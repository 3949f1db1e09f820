import type { ReactNode } from 'react';
import { useCountdown } from '../../lib/use-countdown.ts';
import styles from './clipboard-status.module.css';
import type { ClipboardState } from './use-clipboard.ts';

/** What is on the clipboard now; `otherwise` where nothing was copied. Assistive technology hears each change once, not every second of the countdown. */
export function ClipboardStatus({ state, otherwise }: { state: ClipboardState | null; otherwise: string }) {
  return (
    <div className={styles.status}>
      <p className="visually-hidden" role="status">
        {spoken(state)}
      </p>
      <p aria-hidden="true">{state ? drawn(state) : otherwise}</p>
    </div>
  );
}

function drawn(state: ClipboardState): ReactNode {
  return state.kind === 'copied' ? <Countdown until={state.at} /> : spoken(state);
}

function Countdown({ until }: { until: number }) {
  const seconds = useCountdown(until);
  return (
    <>
      <strong className={styles.fact}>Copied.</strong>{' '}
      {seconds > 0 ? `Clears in ${seconds} s if it is still there.` : 'Clearing now if it is still there.'}
    </>
  );
}

function spoken(state: ClipboardState | null): string {
  switch (state?.kind) {
    case undefined:
      return '';
    case 'copied':
      return 'Copied. It is cleared after a while if it is still there.';
    case 'cleared':
      return 'Cleared from the clipboard.';
    case 'replaced':
      return 'Something else is on the clipboard by now, and was left alone.';
  }
}
