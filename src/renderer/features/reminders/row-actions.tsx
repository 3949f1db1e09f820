/** What a row offers to a pointer; by keyboard the same letter does it as everywhere. */
import { RefreshCcw } from 'lucide-react';
import type { ReminderRow } from '#shared/ipc/reminders.ts';
import { rotateKeys } from '../runs/run-actions.ts';
import styles from './row-actions.module.css';

export function RowActions({ row: { keyId, name } }: { row: ReminderRow }) {
  const key = name || 'the key';
  return (
    <span className={styles.actions}>
      <button
        type="button"
        // The list is one stop for the keyboard, and R acts on its row.
        tabIndex={-1}
        className={styles.action}
        aria-label={`Rotate ${key}…`}
        title="Rotate… (R)"
        onClick={() => void rotateKeys([keyId])}
      >
        <RefreshCcw size={14} aria-hidden="true" />
      </button>
    </span>
  );
}
