/** What a cell of each column shows. */
import { memo } from 'react';
import { environmentLabels } from '#shared/domain/environment.ts';
import type { Grant } from '#shared/domain/grant.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { urgencyOf } from '#shared/domain/rotation-due.ts';
import { ago, exactTime } from '../../../lib/time.ts';
import { Badge } from '../../../ui/badge.tsx';
import { WorkspaceSquare } from '../../../ui/workspace-square.tsx';
import { useWorkspace } from '../../workspaces/workspaces-store.ts';
import { awaitingUseWords, lastUsedWords, statusWords, urgencyWords } from '../cell-words.ts';
import styles from './cells.module.css';
import type { ColumnId } from './columns.ts';
import { Dash } from './dash.tsx';
import { RotationCell } from './rotation-cell.tsx';

export const Cell = memo(function Cell({ column, row, now }: { column: ColumnId; row: KeyRow; now: number }) {
  switch (column) {
    case 'name':
      return <NameCell name={row.name} prefix={row.prefix} />;
    case 'workspace':
      return <WorkspaceCell id={row.workspaceId} />;
    case 'environment':
      return (
        <span className={row.environment === 'unassigned' ? styles.quiet : styles.text}>
          {environmentLabels[row.environment]}
        </span>
      );
    case 'scope':
      return <ScopeCell grant={row.grant} />;
    case 'lastUsed':
      return <LastUsedCell row={row} now={now} />;
    case 'createdAt':
      return row.createdAt ? (
        <span className={styles.text} title={exactTime(row.createdAt)}>
          {ago(row.createdAt, now)}
        </span>
      ) : (
        <Dash meaning="Not reported" />
      );
    case 'createdBy':
      return row.createdBy ? (
        <span className={styles.text} title={row.createdBy}>
          {row.createdBy}
        </span>
      ) : (
        <Dash meaning="Not reported" />
      );
    case 'owner':
      return row.owner ? (
        <span className={styles.text} title={row.owner}>
          {row.owner}
        </span>
      ) : (
        <Dash meaning="Nobody was named" />
      );
    case 'rotation':
      return <RotationCell row={row} now={now} />;
    case 'status':
      return <StatusCell row={row} now={now} />;
  }
});

function NameCell({ name, prefix }: { name: string; prefix: string }) {
  return (
    <span className={styles.name} title={name}>
      <span className={styles.nameText}>{name || 'No name'}</span>
      {prefix && <span className={styles.prefix}>{prefix}…</span>}
    </span>
  );
}

function WorkspaceCell({ id }: { id: string }) {
  const workspace = useWorkspace(id);
  if (!workspace) return null;
  return (
    <span className={styles.workspace} title={workspace.name}>
      <WorkspaceSquare colour={workspace.colour} size={10} />
      <span className={styles.text}>{workspace.name}</span>
    </span>
  );
}

function ScopeCell({ grant }: { grant: Grant }) {
  const { labels, more, emphasis } = grantLabels(grant);
  const tone = { preset: 'accent', full: 'warn', plain: 'neutral' } as const;
  return (
    <span className={styles.chips}>
      {labels.map((label) => (
        <Badge key={label} tone={tone[emphasis]} shrinks>
          {label}
        </Badge>
      ))}
      {more > 0 && (
        <span className={styles.more}>
          +{more}
          <span className="visually-hidden"> more</span>
        </span>
      )}
    </span>
  );
}

function LastUsedCell({ row: { lastUsed, awaitingUse }, now }: { row: KeyRow; now: number }) {
  if (awaitingUse)
    return (
      <span className={styles.quiet} title={awaitingUseWords}>
        {awaitingUseWords}
      </span>
    );
  const words = lastUsedWords(lastUsed, now);
  if (lastUsed.kind === 'not-reported') return <Dash meaning={words} />;
  return (
    <span
      className={lastUsed.kind === 'at' ? styles.text : styles.quiet}
      title={lastUsed.kind === 'at' ? exactTime(lastUsed.at) : undefined}
    >
      {words}
    </span>
  );
}

function StatusCell({ row, now }: { row: KeyRow; now: number }) {
  const status = statusWords(row);
  const urgency = urgencyOf(row, now);
  if (urgency) return <Badge tone={urgencyWords[urgency].tone}>{urgencyWords[urgency].label}</Badge>;
  // Where the login itself is fine, the tag says more than "Active" would.
  if (row.thisLogin && row.status === 'active') return <Badge tone="accent">This login</Badge>;
  // The usual case stays quiet, so that the eye finds the others.
  if (row.status === 'active') return <span className={styles.active}>{status.label}</span>;
  // The longest word of all: as a badge it would not fit where the table is narrow.
  if (row.quarantined) return <span className={styles.quarantined}>{status.label}</span>;
  return <Badge tone={status.tone}>{status.label}</Badge>;
}
