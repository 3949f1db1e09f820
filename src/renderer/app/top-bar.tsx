/** Above every view: the search and the one primary action. */
import { SearchBox } from '../features/search/search-box.tsx';
import { shortcutLabel, shortcutName } from '../lib/platform-keys.ts';
import { Button } from '../ui/button.tsx';
import { run, searchBoxId } from './commands.ts';
import styles from './top-bar.module.css';

export function TopBar({
  onDone,
}: {
  /** Leaves the search for its results. */
  onDone: () => void;
}) {
  return (
    <header className={styles.bar}>
      <SearchBox id={searchBoxId} onDone={onDone} />
      <Button
        variant="primary"
        title={shortcutLabel('N')}
        aria-keyshortcuts={shortcutName('N')}
        onClick={() => run({ command: 'new-key' })}
      >
        New key
      </Button>
    </header>
  );
}
