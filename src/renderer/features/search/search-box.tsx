/** The search over every view: tokens tinted, wrong ones underlined with the reason, and completed as one types. */
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { parseSearch } from '#shared/domain/search/parse.ts';
import type { WrongTerm } from '#shared/domain/search/term.ts';
import { shortcutName } from '../../lib/platform-keys.ts';
import { setSearch, useView } from '../inventory/view-store.ts';
import { SaveSearchButton } from '../saved-searches/save-search-button.tsx';
import { CompletionList, optionId } from './completion-list.tsx';
import styles from './search-box.module.css';
import { SearchMarks } from './search-marks.tsx';
import { useCompletion } from './use-completion.ts';

export function SearchBox({
  id,
  onDone,
}: {
  /** Of the text field, for whoever moves the focus there. */
  id: string;
  /** Leaves the search for its results. */
  onDone: () => void;
}) {
  const search = useView((view) => view.search);
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const completion = useCompletion(input, search);
  const listId = useId();
  const problemId = useId();
  const terms = useMemo(() => parseSearch(search), [search]);
  // What is still being chosen from a list is unfinished, not wrong.
  const unfinished = completion.open?.range.to;
  const settled = terms.filter(({ kind, range }) => kind !== 'wrong' || range.to !== unfinished);
  const problem = settled.find((term): term is typeof term & WrongTerm => term.kind === 'wrong')?.problem;

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // While an input method composes a word, these keys belong to it.
    if (event.nativeEvent.isComposing) return;
    if (completion.onKey(event.key)) event.preventDefault();
    else if (event.key === 'Escape' && search !== '') {
      event.preventDefault();
      setSearch('');
    } else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onDone();
    }
  }

  /** A long text scrolls inside its field, and the marks behind it have to follow. */
  function followScroll(): void {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft;
  }

  return (
    <search className={styles.search}>
      <SearchMarks ref={marks} text={search} terms={settled} />
      <Search className={styles.icon} size={14} aria-hidden="true" />
      <input
        ref={input}
        id={id}
        className={styles.input}
        type="search"
        aria-label="Search keys"
        aria-keyshortcuts={`/ ${shortcutName('F')}`}
        aria-autocomplete="list"
        aria-controls={completion.open ? listId : undefined}
        aria-activedescendant={completion.active === -1 ? undefined : optionId(listId, completion.active)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        placeholder="Search names, prefixes, people, scopes"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={(event) => {
          setSearch(event.target.value);
          completion.onTyped();
        }}
        onSelect={completion.onCaret}
        onBlur={completion.onBlur}
        onScroll={followScroll}
        onKeyDown={onKeyDown}
      />
      <span className={styles.hint} aria-hidden="true">
        /
      </span>
      <SaveSearchButton />
      {completion.open && (
        <CompletionList
          id={listId}
          suggestions={completion.open.suggestions}
          active={completion.active}
          onTake={completion.take}
        />
      )}
      {/* Always there, so that a reason is read out when it comes; the list, while it is open, has the place. */}
      <p
        role="status"
        aria-label="Search problem"
        className={completion.open ? styles.unseenProblem : styles.problem}
      >
        {/* Apart, since the name of the status would stand in for what it says. */}
        {problem && <span id={problemId}>{problem}</span>}
      </p>
    </search>
  );
}
