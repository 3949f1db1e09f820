/** One sign-in whole: how it is and what helps, who it is, where its credential is, and the workspaces under it. */
import type { ReactNode, RefObject } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import { plural } from '../../lib/plural.ts';
import { ago, exactTime } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { Breakable } from '../../ui/breakable.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useClockOf } from '../sync/clock-store.ts';
import { clockFact, clockHint, clockWords } from '../sync/clock-words.ts';
import { ConnectionActions } from './connection-actions.tsx';
import styles from './connection-details.module.css';
import {
  answerWords,
  type ConnectionEntry,
  duration,
  keptInWords,
  placeOf,
  signInWords,
  stateWords,
  titleOf,
} from './connection-words.ts';
import { WorkspaceFacts } from './workspace-facts.tsx';

export function ConnectionDetails({
  entry,
  regionRef,
  onLeave,
}: {
  entry: ConnectionEntry;
  regionRef: RefObject<HTMLElement | null>;
  onLeave: () => void;
}) {
  const { connection, workspaces } = entry;
  const state = stateWords(connection, workspaces);
  return (
    <section
      ref={regionRef}
      className={styles.region}
      tabIndex={-1}
      aria-label="Sign-in details"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <div className={styles.scroller}>
        <header className={styles.header}>
          <h2 className={styles.name}>{titleOf(connection, workspaces)}</h2>
          <Badge tone={state.tone}>{state.text}</Badge>
        </header>
        {state.problem && (
          <div className={styles.notice}>
            <Notice
              tone={state.tone === 'bad' ? 'bad' : 'warn'}
              message={state.problem.message}
              hint={state.problem.hint}
            />
          </div>
        )}
        <ClockNotice baseUrl={connection.baseUrl} />
        <Facts entry={entry} />
        <section className={styles.section}>
          <h3 className={styles.sectionTitle}>{plural(workspaces.length, 'workspace')}</h3>
          {workspaces.map((workspace) => (
            <WorkspaceFacts key={workspace.id} workspace={workspace} said={state.problem?.message ?? null} />
          ))}
          {connection.alsoReaches.length > 0 && (
            <p className={styles.quiet}>
              It reaches {connection.alsoReaches.join(', ')} as well. Another sign-in brought that first; each
              workspace is listed once.
            </p>
          )}
        </section>
      </div>
      <ConnectionActions key={connection.id} entry={entry} />
    </section>
  );
}

/** Where the two clocks are minutes apart, what is said about times here is off by as much. */
function ClockNotice({ baseUrl }: { baseUrl: string }) {
  const words = clockWords(new URL(baseUrl).host, useClockOf(baseUrl));
  if (!words) return null;
  return (
    <div className={styles.notice}>
      <Notice tone="warn" message={words} hint={clockHint} />
    </div>
  );
}

function Facts({ entry: { connection } }: { entry: ConnectionEntry }) {
  const now = useNow();
  const { platform, baseUrl, account, lastAnswer, latency, keptIn, openIntents } = connection;
  const clock = clockFact(useClockOf(baseUrl));
  return (
    <dl className={styles.facts}>
      <Fact label="Platform">{platforms[platform].label}</Fact>
      <Fact label="Base URL">
        <span className={styles.mono} title={baseUrl}>
          <Breakable text={placeOf(baseUrl)} marks="/" />
        </span>
      </Fact>
      <Fact label="Account">{account ?? <span className={styles.quiet}>Not reported</span>}</Fact>
      <Fact label="Sign-in">{signInWords(connection)}</Fact>
      <Fact label="Last answer">
        {lastAnswer ? (
          <span title={exactTime(lastAnswer.at)}>
            {answerWords(lastAnswer)}, {ago(lastAnswer.at, now)}
          </span>
        ) : (
          <span className={styles.quiet}>Not asked yet</span>
        )}
      </Fact>
      <Fact label="Latency">
        {latency === null ? (
          <span className={styles.quiet}>Not measured yet</span>
        ) : (
          `Usually ${duration(latency)}`
        )}
      </Fact>
      {clock && <Fact label="Clock">{clock}</Fact>}
      <Fact label="Credential">{keptInWords[keptIn]}</Fact>
      {openIntents > 0 && (
        <Fact label="Open">{plural(openIntents, 'change')} whose outcome is not known yet</Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
