/** The keys of a job under their workspaces; draws only what is in view, for any number of them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { type BulkItem, type BulkItemState, type BulkWorkspace, bulkItemStates } from '#shared/ipc/bulk.ts';
import { plural } from '../../lib/plural.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { scopeLines, valueWords } from './bulk-words.ts';
import { linesOf } from './item-lines.ts';
import styles from './item-list.module.css';
import { useItems } from './use-items.ts';

/** In pixels; a line that is longer says so once it is drawn. */
const usualHeight = 36;

export function ItemList({
  jobId,
  label,
  workspaces,
  states,
  version,
}: {
  jobId: string;
  /** What is listed, for assistive technology. */
  label: string;
  workspaces: readonly BulkWorkspace[];
  states: readonly BulkItemState[];
  version: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const items = useItems(jobId, states, version);
  const lines = linesOf(workspaces, states);
  // Of everything there is to see, so that another choice of it moves nothing.
  const most = linesOf(workspaces, bulkItemStates).count;
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
  });
  const drawn = virtualizer.getVirtualItems();
  const [first, last] = [drawn.at(0)?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(() => {
    if (lines.count > 0) items.want(lines.itemAt(first), lines.itemAt(last));
  });

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and has no control of its own for the keyboard
      tabIndex={0}
      style={{ '--lines': most }}
    >
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const line = lines.at(index);
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.workspace ? (
                <Heading workspace={line.workspace} count={line.count} />
              ) : (
                <Item item={items.at(line.item)} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Heading({ workspace, count }: { workspace: BulkWorkspace; count: number }) {
  return (
    <div className={styles.heading}>
      <WorkspaceSquare colour={workspace.colour} size={10} />
      <span className={styles.workspace}>{workspace.name}</span>
      <span className={styles.count}>{plural(count, 'key')}</span>
    </div>
  );
}

function Item({ item }: { item: BulkItem | undefined }) {
  if (!item) return <div className={styles.item} aria-hidden="true" />;
  return (
    <div className={styles.item}>
      <span className={styles.key}>
        <span className={styles.name} title={item.name}>
          {item.name || 'No name'}
        </span>
        {item.prefix && <code className={styles.prefix}>{item.prefix}…</code>}
      </span>
      <Change item={item} />
    </div>
  );
}

function Change({ item }: { item: BulkItem }) {
  const { state, before, after, detail } = item;
  const problem = state === 'failed' || state === 'unsure';
  return (
    <span className={styles.change}>
      {/* What was wanted of a key that failed would read as if it had come about. */}
      {before && after && !problem && (
        <span className={styles.values}>
          <span className={styles.before}>{valueWords(before)}</span>
          <span className={styles.arrow} aria-hidden="true">
            →
          </span>
          <span className="visually-hidden"> becomes </span>
          <span className={styles.after}>{valueWords(after)}</span>
        </span>
      )}
      {state !== 'done' &&
        !problem &&
        scopeLines(item).map((line) => (
          <span key={line} className={styles.scopes}>
            {line}
          </span>
        ))}
      {detail && <span className={problem ? styles.problem : styles.detail}>{detail}</span>}
    </span>
  );
}
