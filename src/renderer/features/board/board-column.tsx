/** One column of the board: a list of cards of which only those in view are drawn. It has the focus and points at its card. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { mainListId } from '../../app/screen-store.ts';
import { grouped } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import { movedRow } from '../../ui/list-cursor.ts';
import { rowAt } from '../inventory/page-cache.ts';
import { useSelection } from '../inventory/selection-store.ts';
import { isMenuKey, useKeyMenu } from '../inventory/use-key-menu.tsx';
import { openRun } from '../runs/run-actions.ts';
import styles from './board.module.css';
import cardStyles from './board-card.module.css';
import { selectCard, showColumnRange, useBoard } from './board-store.ts';
import { type ColumnId, columnKinds } from './column-kinds.ts';
import { KeyCard } from './key-card.tsx';
import { RunCard } from './run-card.tsx';

/** In pixels. Cards are measured: a long name takes two lines. */
const usualCard = 66;
const gap = 8;

const columnListId = (id: ColumnId) => `board-${id}`;
const cardId = (column: ColumnId, position: number) => `board-${column}-${position}`;

export function BoardColumn({
  id,
  onBeside,
  onOpen,
  onLeave,
}: {
  id: ColumnId;
  /** An arrow leads into another column. */
  onBeside: (step: 1 | -1) => void;
  /** The key under the keyboard is to be seen whole. `focus`: the keyboard goes there with it. */
  onOpen: (focus: boolean) => void;
  onLeave: () => void;
}) {
  const { cache, cursor, resting } = useBoard(({ columns }) => columns[id]);
  const isCurrent = useBoard(({ current }) => current === id);
  const restarts = useBoard((state) => state.restarts);
  const selected = useSelection(({ keyId }) => keyId);
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const count = cache.total ?? 0;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualCard,
    gap,
    overscan: 6,
    paddingStart: 2,
    paddingEnd: gap,
    scrollPaddingStart: 4,
    scrollPaddingEnd: gap,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => showColumnRange(id, { first: startIndex, last: endIndex }), [id, startIndex, endIndex]);
  useEffect(() => {
    if (restarts > 0) scroller.current?.scrollTo({ top: 0 });
  }, [restarts]);

  // The keyboard may be here before the cards are, and stays when its card leaves.
  const current = rowAt(cache, cursor);
  const list = useRef<HTMLDivElement>(null);
  const currentKey = current?.keyId ?? null;
  useEffect(() => {
    if (currentKey !== null && document.activeElement === list.current) selectCard(id, cursor);
  }, [id, currentKey, cursor]);

  function moveTo(position: number): void {
    selectCard(id, position);
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  /** `focus`: the keyboard goes there with it. A run opens over the board. */
  function open(position: number, focus: boolean): void {
    const card = rowAt(cache, position);
    if (card?.kind === 'run') void openRun(card.id);
    else onOpen(focus);
  }

  const keyMenu = useKeyMenu(() => list.current);
  /** The card's key may have left the inventory; then there is nothing to be done to it. */
  function showMenu(position: number, at?: { x: number; y: number }): void {
    const keyId = rowAt(cache, position)?.keyId;
    const card = document.getElementById(cardId(id, position))?.getBoundingClientRect();
    if (!keyId || !card) return;
    moveTo(position);
    keyMenu.show(keyId, at ?? { x: card.left + gap, y: card.bottom });
  }

  function onContextMenu(event: MouseEvent): void {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>('[data-index]');
    if (!card) return;
    event.preventDefault();
    showMenu(Number(card.dataset.index), { x: event.clientX, y: event.clientY });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isMenuKey(event)) {
      event.preventDefault();
      showMenu(cursor);
      return;
    }
    if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      onBeside(event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === 'Escape') onLeave();
    else if (count === 0) return;
    else if (event.key === 'Enter') {
      moveTo(cursor);
      open(cursor, true);
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / (usualCard + gap)) - 1);
      const next = movedRow(cursor, event.key, count, page);
      if (next === null) return;
      moveTo(next);
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const card = event.target instanceof Element && event.target.closest<HTMLElement>('[data-index]');
    if (!card) return;
    moveTo(Number(card.dataset.index));
    open(Number(card.dataset.index), false);
  }

  const { label, empty } = columnKinds[id];
  const headingId = `${columnListId(id)}-heading`;
  return (
    <section className={styles.column} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {label}
        <span className={styles.count}>
          <span className="visually-hidden">, </span>
          {cache.total !== null && <Count total={cache.total} resting={resting} />}
        </span>
      </h3>
      <div ref={scroller} className={styles.scroller}>
        <div
          ref={list}
          id={isCurrent ? mainListId : columnListId(id)}
          data-column={id}
          role="listbox"
          aria-label={label}
          aria-busy={cache.total === null || cache.restarting}
          aria-activedescendant={count > 0 ? cardId(id, cursor) : undefined}
          // One stop for Tab; the arrows go on from there.
          tabIndex={isCurrent ? 0 : -1}
          className={styles.list}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
          onFocus={() => current && selectCard(id, cursor)}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const card = rowAt(cache, index);
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points at it
              <div
                key={index}
                ref={virtualizer.measureElement}
                id={cardId(id, index)}
                role="option"
                aria-selected={card?.keyId != null && card.keyId === selected}
                aria-posinset={index + 1}
                aria-setsize={count}
                data-index={index}
                data-cursor={index === cursor || undefined}
                className={card ? cardStyles.card : `${cardStyles.card} ${cardStyles.unread}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                {card?.kind === 'key' && <KeyCard value={card.key} now={now} />}
                {card?.kind === 'run' && <RunCard value={card.run} now={now} />}
              </div>
            );
          })}
        </div>
        {cache.total === 0 && <p className={styles.empty}>{empty}</p>}
      </div>
      {keyMenu.menu}
    </section>
  );
}

/** "4", or "4 + 1 snoozed": what is put off does not count, and stands there all the same. */
function Count({ total, resting }: { total: number; resting: number }) {
  if (resting === 0) return grouped(total);
  return (
    <>
      {grouped(total - resting)} + {grouped(resting)}
      <span className={styles.snoozed}> snoozed</span>
    </>
  );
}
