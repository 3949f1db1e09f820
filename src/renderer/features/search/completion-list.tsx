/** What the token being typed may become. The focus stays in the search box, which names the active option. */
import type { Suggestion } from '#shared/domain/search/complete.ts';
import styles from './completion-list.module.css';

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

export function CompletionList({
  id,
  suggestions,
  active,
  onTake,
}: {
  id: string;
  suggestions: readonly Suggestion[];
  /** Position of the active option; -1 for none. */
  active: number;
  onTake: (index: number) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className={styles.list}>
      {suggestions.map(({ insert, hint }, index) => (
        // Keys go to the search box; the pointer must not take the focus from it.
        <div
          key={insert}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(index);
          }}
        >
          <span className={styles.insert}>{insert}</span>
          <span className={styles.hint}>{hint}</span>
        </div>
      ))}
    </div>
  );
}
