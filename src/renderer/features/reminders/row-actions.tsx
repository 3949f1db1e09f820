/** What a row offers to a pointer; by keyboard the same letters do it as everywhere. */
import { BellOff, RefreshCcw } from 'lucide-react';
import type { ReminderRow } from '#shared/ipc/reminders.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showFailure } from '../../ui/toast.tsx';
import { snoozeKey } from '../policies/snooze-actions.ts';
import { rotateKeys } from '../runs/run-actions.ts';
import styles from './row-actions.module.css';

export function RowActions({ row: { keyId, name } }: { row: ReminderRow }) {
  const key = name || 'the key';
  return (
    <span className={styles.actions}>
      <button
        type="button"
        // The list is one stop for the keyboard, and R and S act on its row.
        tabIndex={-1}
        className={styles.action}
        aria-label={`Rotate ${key}…`}
        title="Rotate… (R)"
        onClick={() => void rotateKeys([keyId])}
      >
        <RefreshCcw size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        className={styles.action}
        aria-label={`Snooze ${key}…`}
        title="Snooze… (S)"
        onClick={() => void snooze(keyId)}
      >
        <BellOff size={14} aria-hidden="true" />
      </button>
    </span>
  );
}

async function snooze(keyId: string): Promise<void> {
  const result = await answer(bridge().inventoryKey({ keyId }));
  if (result.ok) snoozeKey(result.value);
  else showFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
}
