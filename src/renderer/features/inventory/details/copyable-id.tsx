import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import styles from './copyable-id.module.css';

/** How long the button says that it worked. */
const confirmedMs = 2000;

/**
 * The platform's handle of a key, to be copied. Where the window may not write to the clipboard the id is selected
 * instead, one press of the system's own shortcut away.
 */
export function CopyableId({ id, what = 'key id' }: { id: string; what?: string }) {
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(null), confirmedMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(id);
      setOutcome('copied');
    } catch {
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setOutcome('selected');
    }
  }

  return (
    <span className={styles.id}>
      <code ref={text} className={styles.text}>
        {id}
      </code>
      <button type="button" className={styles.copy} aria-label={`Copy ${what}`} onClick={() => void copy()}>
        {outcome === 'copied' ? (
          <Check size={13} aria-hidden="true" />
        ) : (
          <Copy size={13} aria-hidden="true" />
        )}
      </button>
      <span className={outcome === 'selected' ? styles.note : 'visually-hidden'} aria-live="polite">
        {outcome === 'copied' && 'Copied'}
        {outcome === 'selected' && 'Selected: copy it with the keyboard'}
      </span>
    </span>
  );
}
