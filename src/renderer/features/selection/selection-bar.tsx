/** What can be done to the chosen keys, at the foot of the table; there only while some are chosen. */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { openDialog, useDialogs } from '../../app/dialogs.ts';
import { focusMainList } from '../../app/screen-store.ts';
import { grouped, plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useRows } from '../inventory/rows-store.ts';
import { snoozeInView } from '../policies/snooze-actions.ts';
import { mostTogether, rotateChosen } from '../runs/rotate-in-view.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { type ChosenAction, whyNotAny } from './bulk-rules.ts';
import { countOf, isNothing, selectionOf } from './chosen.ts';
import { chooseAllMatching, clearChosen, useChosen } from './chosen-store.ts';
import styles from './selection-bar.module.css';

/** Its height in pixels; the stylesheet has the same. The table leaves as much room under its last row. */
export const selectionBarHeight = 76;

/** The first of the second group stands apart: what is noted here, after what is done at the platform. */
const actions: readonly { kind: ChosenAction; label: string; apart?: true }[] = [
  { kind: 'rotate', label: 'Rotate…' },
  { kind: 'disable', label: 'Disable' },
  { kind: 'enable', label: 'Enable' },
  { kind: 'delete', label: 'Delete…' },
  { kind: 'environment', label: 'Environment…', apart: true },
  { kind: 'owner', label: 'Owner…' },
  { kind: 'scope', label: 'Scope…' },
];

export function SelectionBar() {
  const { chosen, look } = useChosen();
  const total = useRows((state) => state.cache.total);
  const inView = look?.inView ?? total;
  const count = countOf(chosen, inView) ?? 0;
  const shown = !isNothing(chosen);
  const outside = chosen.kind === 'keys' ? (look?.outside ?? 0) : 0;
  const outsideWords = outside > 0 ? `${grouped(outside)} outside this view` : '';
  const countWords = `${plural(count, 'key')} selected`;

  useFocusKept(shown);

  function leave(): void {
    clearChosen();
    focusMainList();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') leave();
  }

  return (
    <>
      <div role="status" className="visually-hidden">
        {shown ? [countWords, outsideWords].filter(Boolean).join(', ') : ''}
      </div>
      {shown && (
        <section className={styles.bar} aria-label="Selected keys" data-footbar="" onKeyDown={onKeyDown}>
          <div className={styles.words}>
            <span className={styles.count}>{countWords}</span>
            {outsideWords && <span className={styles.outside}>{outsideWords}</span>}
            {inView !== null && inView > count - outside && (
              <Button variant="link" onClick={chooseAllMatching}>
                Select all {plural(inView, 'matching key')}
              </Button>
            )}
            <Button variant="link" className={styles.snooze} title="S" onClick={snoozeInView}>
              Snooze…
            </Button>
            <Button variant="link" title="Esc" onClick={leave}>
              Clear
            </Button>
          </div>
          <div className={styles.actions}>
            <Actions count={look?.count ?? count} />
          </div>
        </section>
      )}
    </>
  );
}

/** Where what had the focus went with the last selected key, the table gets it: nobody should have to look for it. */
function useFocusKept(shown: boolean): void {
  const asking = useDialogs((state) => state.open !== null);
  const before = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (before.current && lost && !asking && !shown) focusMainList();
    // A dialog that outlives the bar gives the focus back to a button that is gone.
    before.current = shown || (before.current && asking);
  }, [asking, shown]);
}

function Actions({ count }: { count: number }) {
  const { chosen, look } = useChosen();
  const list = useWorkspaces((state) => state.list);
  const workspaces = useMemo(() => new Map((list ?? []).map((each) => [each.id, each])), [list]);
  return actions.map(({ kind, label, apart }) => {
    const tooMany =
      kind === 'rotate' && count > mostTogether ? `At most ${mostTogether} keys are rotated together.` : null;
    const reason = whyNotAny(kind, look?.groups ?? [], workspaces) ?? tooMany;
    const open = () => {
      if (kind === 'rotate') void rotateChosen(chosen);
      else openDialog({ kind: 'bulk', action: kind, selection: selectionOf(chosen), count });
    };
    return (
      <Tooltip key={kind} text={reason}>
        <Button
          variant={kind === 'delete' ? 'danger-quiet' : 'plain'}
          className={`${styles.action} ${apart ? styles.apart : ''}`}
          aria-disabled={reason !== null}
          onClick={reason === null ? open : undefined}
        >
          {label}
        </Button>
      </Tooltip>
    );
  });
}
