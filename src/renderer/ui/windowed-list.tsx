/** A long list as a grid: only the rows in view are drawn, for any number of them, and the keyboard goes from row to row. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { movedRow } from './list-cursor.ts';
import styles from './windowed-list.module.css';

/** Lines of which not all are rows, as under headings. The same value for as long as they are the same lines. */
export type ListLines = {
  count: number;
  /** In pixels. */
  heightOf(line: number): number;
  /** What has to be in view for a row, its own line last. */
  linesOf(row: number): readonly number[];
};

type WindowedListProps = {
  id: string;
  label: string;
  /** Null before they are known. */
  rows: number | null;
  /** In pixels; the stylesheet has the same. */
  rowHeight: number;
  /** Where not every line is a row. */
  lines?: ListLines;
  head?: ReactNode;
  /** In pixels; the stylesheet has the same. */
  headHeight?: number;
  /** As many as there are, where not all of them are drawn or some have no header. */
  columns?: number;
  /** What is on screen cannot be acted on, or is not there yet. */
  busy: boolean;
  /** The row that the keyboard is on. */
  cursor: number;
  rowId: (row: number) => string;
  /** Whether that row is the selected one; the first arrow down lands on it where it is not, and does not jump over it. */
  onSelected: boolean;
  /** Rises when the list is another one, which is read from its top. */
  restarts?: number;
  /** Which lines are in view, both included. The same function for as long as it says the same. */
  onRange: (range: { first: number; last: number }) => void;
  /** The row becomes the one of the keyboard, and the selected one. */
  onMove: (row: number) => void;
  /** Enter was pressed on a row, which is selected by then. */
  onEnter: () => void;
  onDelete?: () => void;
  /** Has `--columns`, and `--row-height` where it is another. */
  className?: string | undefined;
  /** Draws a line, `top` pixels from the top of the list. */
  children: (line: number, top: number) => ReactNode;
};

export function WindowedList(props: WindowedListProps) {
  const { rowHeight, lines, head, headHeight = 0, cursor, restarts = 0, onRange, onMove } = props;
  const rows = props.rows ?? 0;
  const count = lines?.count ?? rows;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (line) => lines?.heightOf(line) ?? rowHeight,
    overscan: 10,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  // Lines may have several heights: what stood on each is not what stands there in another list.
  useEffect(() => {
    if (lines) virtualizer.measure();
  }, [lines, virtualizer]);
  useEffect(() => {
    if (restarts > 0) scroller.current?.scrollTo({ top: 0 });
  }, [restarts]);
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  useEffect(() => onRange({ first: startIndex, last: endIndex }), [onRange, startIndex, endIndex]);

  function moveTo(row: number): void {
    onMove(row);
    for (const line of lines?.linesOf(row) ?? [row]) virtualizer.scrollToIndex(line, { align: 'auto' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (rows === 0 || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      onMove(cursor);
      if (event.key === 'Enter') props.onEnter();
    } else if (event.key === 'Delete' && props.onDelete) {
      onMove(cursor);
      props.onDelete();
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
      const target = movedRow(cursor, event.key, rows, page);
      if (target === null) return;
      moveTo(!props.onSelected && event.key === 'ArrowDown' ? cursor : target);
    }
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-position]');
    if (row) moveTo(Number(row.dataset.position));
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        id={props.id}
        role="grid"
        aria-label={props.label}
        // -1 is ARIA's word for not known yet.
        aria-rowcount={props.rows === null ? -1 : count + (head ? 1 : 0)}
        aria-colcount={props.columns}
        aria-busy={props.busy}
        aria-activedescendant={rows > 0 ? props.rowId(cursor) : undefined}
        tabIndex={0}
        className={`${styles.table} ${props.className ?? ''}`}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {head && <thead className={styles.head}>{head}</thead>}
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <Fragment key={index}>{props.children(index, start - headHeight)}</Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type WindowedRowProps = {
  id: string;
  /** Among all rows, 0-based. */
  position: number;
  /** Its `aria-rowindex`: 1-based, with what stands above it. */
  index: number;
  /** As the list says it. */
  top: number;
  selected: boolean;
  /** The keyboard is on it. */
  current: boolean;
  className?: string | undefined;
  children: ReactNode;
};

export function WindowedRow(props: WindowedRowProps) {
  const { id, position, index, top, selected, current, className, children } = props;
  return (
    <tr
      id={id}
      aria-rowindex={index}
      aria-selected={selected}
      data-position={position}
      data-cursor={current || undefined}
      className={`${styles.row} ${className ?? ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {children}
    </tr>
  );
}

/** A line that is no row: the keyboard passes over it. */
export function WindowedHeading(props: Pick<WindowedRowProps, 'index' | 'top' | 'className' | 'children'>) {
  const { index, top, className, children } = props;
  return (
    <tr
      aria-rowindex={index}
      className={`${styles.line} ${className ?? ''}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {children}
    </tr>
  );
}
