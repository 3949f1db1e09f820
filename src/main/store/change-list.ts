/** The list of changes by workspace, and how far it has been seen. */

import type { ChangeKind, KeyChange, WhatChanged } from '#shared/domain/change.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { ChangesOverview, ChangeView } from '#shared/ipc/changes.ts';
import type { ChangeReads } from './api/changes.ts';
import type { BoundValue, Sql } from './sql.ts';

/** The inspector shows the newest; all of them are in the list. */
const mostOfOneKey = 100;

const rowColumns = `c.seq, c.workspace_id, c.key_id, c.kind, c.seen_at, c.own, c.name, c.prefix, c.created_by, c.before,
  c.after, b.body AS before_grant, a.body AS after_grant,
  (SELECT new_name FROM key_lineage WHERE c.kind = 'vanished' AND old_key_id = c.key_id) AS replaced_by`;
const withGrants =
  'LEFT JOIN grants AS b ON b.id = c.before_grant_id LEFT JOIN grants AS a ON a.id = c.after_grant_id';

type Row = {
  seq: number;
  workspace_id: string;
  key_id: string;
  kind: ChangeKind;
  seen_at: string;
  own: number;
  name: string;
  prefix: string;
  created_by: string | null;
  before: string | null;
  after: string | null;
  before_grant: string | null;
  after_grant: string | null;
  replaced_by: string | null;
};

export function changeReads(sql: Sql): ChangeReads {
  return {
    changesOverview: (view) => overview(sql, view),
    changeRows(view, upTo, offset, limit) {
      const { from, values } = inView(view, upTo);
      return sql
        .all<Row>(
          `SELECT ${rowColumns} FROM ${from} ${withGrants} WHERE c.seq IN (
             SELECT c.seq FROM ${from} ORDER BY w.position, c.seq DESC LIMIT ? OFFSET ?)
           ORDER BY w.position, c.seq DESC`,
          ...values,
          ...values,
          limit,
          offset,
        )
        .map(keyChange);
    },
    unseenChanges: () =>
      sql.column<number>(
        `SELECT count(*) FROM workspaces AS w LEFT JOIN change_marks AS m ON m.workspace_id = w.id
           CROSS JOIN changes AS c ON c.workspace_id = w.id
         WHERE w.removed_at IS NULL AND c.own = 0
           AND c.seq > max(coalesce(m.seen_through, 0), coalesce(m.shown_through, 0))`,
      )[0] ?? 0,
  };
}

/** What others did to one key, newest first; what was done from here is its activity. */
export function changesOf(sql: Sql, keyId: string): KeyChange[] {
  return sql
    .all<Row>(
      `SELECT ${rowColumns} FROM changes AS c ${withGrants} WHERE c.key_id = ? AND c.own = 0
       ORDER BY c.seq DESC LIMIT ?`,
      keyId,
      mostOfOneKey,
    )
    .map(keyChange);
}

function overview(sql: Sql, view: ChangeView): ChangesOverview {
  const upTo = sql.column<number>('SELECT coalesce(max(seq), 0) FROM changes')[0] ?? 0;
  const { from, values } = inView({ ...view, kind: null }, upTo);
  type Count = { workspaceId: string; kind: ChangeKind; count: number };
  const counts = sql.all<Count>(
    `SELECT w.id AS workspaceId, c.kind, count(*) AS count FROM ${from}
     GROUP BY w.position, w.id, c.kind ORDER BY w.position`,
    ...values,
  );
  const wanted = counts.filter(({ kind }) => view.kind === null || kind === view.kind);
  const groups = totals(wanted, ({ workspaceId }) => workspaceId);
  const kinds = totals(counts, ({ kind }) => kind);
  return {
    upTo,
    since: lastVisit(sql, view.workspaceId),
    total: wanted.reduce((sum, { count }) => sum + count, 0),
    groups: [...groups].map(([workspaceId, count]) => ({ workspaceId, count })),
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
  };
}

/** The latest, where workspaces were visited at different times: since then nothing is unseen but what is listed. */
function lastVisit(sql: Sql, workspaceId: string | null): string | null {
  const shape = `SELECT max(seen_at) FROM change_marks
    WHERE workspace_id IN (SELECT id FROM workspaces WHERE removed_at IS NULL)`;
  const found =
    workspaceId === null
      ? sql.column<string | null>(shape)
      : sql.column<string | null>(`${shape} AND workspace_id = ?`, workspaceId);
  return found[0] ?? null;
}

/** Workspace by workspace (CROSS JOIN keeps that order), so that the index leads to what is after its mark and no further. */
function inView(view: ChangeView, upTo: number): { from: string; values: BoundValue[] } {
  const conditions: { shape: string; values: BoundValue[] }[] = [
    { shape: 'w.removed_at IS NULL AND c.seq <= ?', values: [upTo] },
    ...(view.period === 'visit' ? [{ shape: 'c.seq > coalesce(m.seen_through, 0)', values: [] }] : []),
    ...(view.own ? [] : [{ shape: 'c.own = 0', values: [] }]),
    ...(view.kind === null ? [] : [{ shape: 'c.kind = ?', values: [view.kind] }]),
    ...(view.workspaceId === null ? [] : [{ shape: 'w.id = ?', values: [view.workspaceId] }]),
  ];
  return {
    from: `workspaces AS w LEFT JOIN change_marks AS m ON m.workspace_id = w.id
      CROSS JOIN changes AS c ON c.workspace_id = w.id AND ${conditions.map(({ shape }) => shape).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

function totals<Item extends { count: number }, Name>(items: readonly Item[], nameOf: (item: Item) => Name) {
  const sums = new Map<Name, number>();
  for (const item of items) sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0) + item.count);
  return sums;
}

function keyChange(row: Row): KeyChange {
  return {
    seq: row.seq,
    workspaceId: row.workspace_id,
    keyId: row.key_id,
    at: row.seen_at,
    own: row.own === 1,
    name: row.name,
    prefix: row.prefix,
    createdBy: row.created_by,
    what: whatChanged(row),
  };
}

function whatChanged({ kind, before, after, before_grant, after_grant, replaced_by }: Row): WhatChanged {
  const grant = (body: string | null) => JSON.parse(body ?? 'null') as Grant;
  switch (kind) {
    case 'new':
      return { kind, grant: grant(after_grant) };
    case 'wider':
    case 'narrower':
    case 'rescoped':
      return { kind, before: grant(before_grant), after: grant(after_grant) };
    case 'folders':
      return { kind, before: folders(before), after: folders(after) };
    case 'renamed':
      return { kind, before: textIn(before), after: textIn(after) };
    case 'vanished':
      return { kind, replacedBy: replaced_by };
    case 'silent':
      return { kind, lastUsed: textIn(before) };
    case 'woke':
      return {
        kind,
        since: textIn(before),
        ...(JSON.parse(after ?? '{}') as { days: number; first: boolean }),
      };
    default:
      return { kind };
  }
}

function folders(json: string | null): string[] {
  return JSON.parse(json ?? '[]') as string[];
}

function textIn(json: string | null): string {
  return JSON.parse(json ?? '""') as string;
}
