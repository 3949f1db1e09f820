/** One line for each workspace: connected, connected already, or why it was refused. */
import { useEffect, useRef } from 'react';
import { Badge } from '../../ui/badge.tsx';
import styles from './cli-import.module.css';
import { type ImportLine, stateWords, summaryOf } from './cli-words.ts';

export function ImportResults({ lines, busy }: { lines: readonly ImportLine[]; busy: boolean }) {
  const region = useRef<HTMLElement>(null);
  // The button that was pressed is gone with the form.
  useEffect(() => region.current?.focus(), []);
  return (
    <section ref={region} className={styles.results} tabIndex={-1} aria-label="Results" aria-busy={busy}>
      <ul className={styles.lines}>
        {lines.map(({ workspace: { id, name, slug }, state }) => {
          const { text, tone } = stateWords[state.kind];
          return (
            <li key={id} className={styles.result}>
              <div className={styles.resultHead}>
                <span className={styles.name}>{name}</span>
                <span className={styles.slug}>{slug}</span>
                <span className={styles.state}>
                  <Badge tone={tone}>{text}</Badge>
                </span>
              </div>
              {state.kind === 'refused' && (
                <p className={styles.why}>
                  {state.error.message} {state.error.hint}
                </p>
              )}
              {state.kind === 'connected' && state.keptIn === 'session' && (
                <p className={styles.quiet}>For this session only: there is no keychain to keep it in.</p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="visually-hidden" role="status">
        {busy ? '' : summaryOf(lines)}
      </p>
    </section>
  );
}
