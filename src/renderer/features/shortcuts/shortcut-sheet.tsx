import { type Shortcut, shortcutGroups } from '#shared/shortcuts.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyCaps } from './key-caps.tsx';
import styles from './shortcut-sheet.module.css';

/** Every shortcut there is, from the table that the window listens by. */
export function ShortcutSheet() {
  return (
    <Dialog
      title="Keyboard shortcuts"
      width="broad"
      onClose={closeDialog}
      footer={<Button onClick={closeDialog}>Close</Button>}
    >
      <div className={styles.columns}>
        {shortcutGroups.map(({ title, shortcuts }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.title}>{title}</h3>
            <dl className={styles.list}>
              {shortcuts.map((shortcut) => (
                <Line key={shortcut.label} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Line({ shortcut: { label, chords } }: { shortcut: Shortcut }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd className={styles.chords}>
        {chords.map((chord, index) => (
          <span key={chord.key} className={styles.chord}>
            {index > 0 && <span className={styles.or}>or</span>}
            <KeyCaps chord={chord} />
          </span>
        ))}
      </dd>
    </div>
  );
}
