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
              {linesOf(shortcuts).map((line) => (
                <Line key={line.label} line={line} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

type SheetLine = Pick<Shortcut, 'label' | 'chords'> & { between: 'or' | 'to' };

/** The numbered workspaces share a line: nine of the same kind would hide the rest. */
function linesOf(shortcuts: readonly Shortcut[]): SheetLine[] {
  const numbered = shortcuts.filter(
    ({ command }) => command?.command === 'go-to-workspace' && command.position > 0,
  );
  const [first, last] = [numbered.at(0), numbered.at(-1)];
  const lines = shortcuts
    .filter((shortcut) => !numbered.includes(shortcut))
    .map(({ label, chords }): SheetLine => ({ label, chords, between: 'or' }));
  if (first && last)
    lines.push({
      label: `${first.label} to ${numbered.length}`,
      chords: [...first.chords, ...last.chords],
      between: 'to',
    });
  return lines;
}

function Line({ line: { label, chords, between } }: { line: SheetLine }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd className={styles.chords}>
        {chords.map((chord, index) => (
          <span key={chord.key} className={styles.chord}>
            {index > 0 && <span className={styles.or}>{between}</span>}
            <KeyCaps chord={chord} />
          </span>
        ))}
      </dd>
    </div>
  );
}
