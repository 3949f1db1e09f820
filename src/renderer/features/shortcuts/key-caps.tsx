import type { Chord } from '#shared/shortcuts.ts';
import { keySignsOf } from '../../lib/platform-keys.ts';
import styles from './key-caps.module.css';

/** Keys pressed together, as this system writes them. */
export function KeyCaps({ chord }: { chord: Chord }) {
  return (
    <kbd className={styles.chord}>
      {keySignsOf(chord).map((sign) => (
        <kbd key={sign} className={styles.cap}>
          {sign}
        </kbd>
      ))}
    </kbd>
  );
}
