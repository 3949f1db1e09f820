/** Above every view: the search and the one primary action. */
import { useView } from '../features/inventory/view-store.ts';
import { whyNoNewKey } from '../features/keys/new-key-defaults.ts';
import { SearchBox } from '../features/search/search-box.tsx';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { shortcutLabel, shortcutName } from '../lib/platform-keys.ts';
import { Button } from '../ui/button.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { run, searchBoxId } from './commands.ts';
import { useScreen } from './screen-store.ts';
import { screenOf } from './screens.tsx';
import styles from './top-bar.module.css';

export function TopBar({
  onDone,
}: {
  /** Leaves the search for its results. */
  onDone: () => void;
}) {
  const { Title, Actions } = useScreen(({ screen }) => screenOf(screen));
  const list = useWorkspaces((state) => state.list);
  const workspaceId = useView((view) => view.workspaceId);
  const reason = whyNoNewKey(list ?? [], workspaceId);
  return (
    <header className={styles.bar}>
      {Title && <Title />}
      <SearchBox id={searchBoxId} onDone={onDone} />
      {Actions && <Actions />}
      <Tooltip text={reason}>
        <Button
          variant="primary"
          title={reason === null ? shortcutLabel('N') : undefined}
          aria-keyshortcuts={shortcutName('N')}
          aria-disabled={reason !== null}
          onClick={reason === null ? () => run({ command: 'new-key' }) : undefined}
        >
          New key
        </Button>
      </Tooltip>
    </header>
  );
}
