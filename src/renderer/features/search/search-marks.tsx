/** Behind the text of the search box and letter for letter like it: a tint for tokens, a line under wrong ones. */
import type { Ref } from 'react';
import type { Term } from '#shared/domain/search/term.ts';
import styles from './search-box.module.css';

export function SearchMarks({
  ref,
  text,
  terms,
}: {
  ref: Ref<HTMLDivElement>;
  text: string;
  terms: readonly Term[];
}) {
  const marked = terms.filter(({ kind }) => kind !== 'text');
  return (
    <div ref={ref} className={styles.marks} aria-hidden="true">
      {marked.map(({ kind, range: { from, to } }, index) => (
        <span key={from}>
          {text.slice(marked[index - 1]?.range.to ?? 0, from)}
          <mark className={kind === 'wrong' ? styles.wrong : styles.token}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {/* As wide as all of the text, or the marks could not scroll as far. */}
      {text.slice(marked.at(-1)?.range.to ?? 0)}
    </div>
  );
}
