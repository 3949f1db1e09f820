/** The sign-ins, one line each. The list has the focus and walks with the arrows; Enter goes into the details. */
import { type KeyboardEvent, useEffect, useId } from 'react';
import { mainListId } from '../../app/screen-store.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { oldestCopy } from '../sync/sync-words.ts';
import styles from './connection-list.module.css';
import {
  answerWords,
  type ConnectionEntry,
  duration,
  stateWords,
  subtitleOf,
  titleOf,
} from './connection-words.ts';
import { selectConnection } from './connections-store.ts';

export function ConnectionList({
  entries,
  selected,
  onEnter,
}: {
  entries: readonly ConnectionEntry[];
  selected: string | null;
  onEnter: () => void;
}) {
  const id = useId();
  const optionId = (connectionId: string) => `${id}-${connectionId}`;
  const at = entries.findIndex(({ connection }) => connection.id === selected);

  useEffect(() => {
    if (selected) document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, selected]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return onEnter();
    const last = entries.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: Math.max(0, at - 1),
      ArrowDown: Math.min(last, at + 1),
      Home: 0,
      End: last,
    };
    const next = entries[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    selectConnection(next.connection.id);
  };

  return (
    <>
      <div className={styles.head} aria-hidden="true">
        <span>Sign-in</span>
        <span>State</span>
        <span>Last answer</span>
        <span className={styles.latency}>Latency</span>
        <span className={styles.copy}>Copy</span>
      </div>
      <div
        id={mainListId}
        className={styles.list}
        role="listbox"
        aria-label="Sign-ins"
        tabIndex={0}
        aria-activedescendant={selected ? optionId(selected) : undefined}
        onKeyDown={onKeyDown}
      >
        {entries.map((entry) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points at it
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list listens to the keyboard
          <div
            key={entry.connection.id}
            id={optionId(entry.connection.id)}
            role="option"
            aria-selected={entry.connection.id === selected}
            className={styles.row}
            onClick={() => selectConnection(entry.connection.id)}
          >
            <Row entry={entry} />
          </div>
        ))}
      </div>
    </>
  );
}

/** More squares would say less than the number. */
const mostSquares = 4;

function Row({ entry: { connection, workspaces } }: { entry: ConnectionEntry }) {
  const now = useNow();
  const { lastAnswer, latency } = connection;
  const state = stateWords(connection, workspaces);
  const copy = oldestCopy(workspaces);
  return (
    <>
      <span className={styles.who}>
        <span className={styles.title}>
          <span className={styles.name}>{titleOf(connection, workspaces)}</span>
          {workspaces.slice(0, mostSquares).map(({ id, colour }) => (
            <WorkspaceSquare key={id} colour={colour} size={10} />
          ))}
        </span>
        <span className={styles.where}>{subtitleOf(connection)}</span>
      </span>
      <span className={styles.state} title={state.problem?.message}>
        <span className={`${styles.dot} ${styles[state.tone]}`} aria-hidden="true" />
        <span className={`${styles.word} ${styles[`${state.tone}Text`]}`}>{state.text}</span>
      </span>
      <span className={styles.two}>
        {lastAnswer ? (
          <>
            <span className={styles.name}>{answerWords(lastAnswer)}</span>
            <span className={styles.where} title={exactTime(lastAnswer.at)}>
              {ago(lastAnswer.at, now)}
            </span>
          </>
        ) : (
          <span className={styles.where}>Not asked yet</span>
        )}
      </span>
      <span className={styles.latency}>{latency === null ? '—' : duration(latency)}</span>
      <span className={styles.copy} title={copy ? exactTime(copy) : undefined}>
        {workspaces.length === 0 ? '—' : copy ? ago(copy, now) : 'Not read yet'}
      </span>
    </>
  );
}
