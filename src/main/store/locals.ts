/** What is kept here about a key beside what its platform says: as columns of `key_locals`, and as the domain has it. */
import type { AnnotationField, Annotations } from '#shared/domain/annotations.ts';
import type { Environment } from '#shared/domain/environment.ts';
import {
  type AnnotationTimes,
  latchkeyFieldName,
  mergeIn,
  type Noted,
  readLatchkeyField,
  type SharedField,
} from '#shared/domain/latchkey-field.ts';
import type { Sql } from './sql.ts';

export type LocalFields = {
  environment: Environment;
  owner: string | null;
  /** These three as JSON. */
  consumers: string;
  annotated_at: string;
  unsent: string;
  purpose: string | null;
  notes: string | null;
};

const columns = [
  'environment',
  'owner',
  'consumers',
  'purpose',
  'notes',
  'annotated_at',
  'unsent',
] as const satisfies readonly (keyof LocalFields)[];

/** For a SELECT that joins `key_locals`. */
export const localColumns = columns.map((column) => `key_locals.${column}`).join(', ');

export const newLocals: LocalFields = {
  environment: 'unassigned',
  owner: null,
  consumers: '[]',
  purpose: null,
  notes: null,
  annotated_at: '{}',
  unsent: '[]',
};

/** Of a row that has more: what can be laid over another key's row. */
export function onlyLocals(row: LocalFields): LocalFields {
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as LocalFields;
}

export function annotationsOf(local: LocalFields): Annotations {
  const { environment, owner, consumers, purpose, notes } = local;
  return { environment, owner, consumers: JSON.parse(consumers) as string[], purpose, notes };
}

export function toNoted(local: LocalFields): Noted {
  return {
    values: annotationsOf(local),
    at: JSON.parse(local.annotated_at) as AnnotationTimes,
    unsent: JSON.parse(local.unsent) as AnnotationField[],
  };
}

export function fromNoted({ values, at, unsent }: Noted): LocalFields {
  return {
    ...values,
    consumers: JSON.stringify(values.consumers),
    annotated_at: JSON.stringify(at),
    unsent: JSON.stringify(unsent),
  };
}

/** What stored metadata says. Most has no such field, and parsing all of it would cost a sync its speed. */
export function sharedIn(metadata: string): SharedField {
  if (!metadata.includes(`"${latchkeyFieldName}"`)) return { kind: 'none' };
  return readLatchkeyField(JSON.parse(metadata) as Record<string, unknown>);
}

/** With what others noted, as the key's metadata has it. */
export function adopt(local: LocalFields, metadata: string): LocalFields {
  const there = sharedIn(metadata);
  return there.kind === 'read' ? fromNoted(mergeIn(toNoted(local), there)) : local;
}

export function sameLocals(one: LocalFields, other: LocalFields): boolean {
  return columns.every((column) => one[column] === other[column]);
}

export function insertLocals(sql: Sql, seq: number, local: LocalFields, firstSeenAt: string): void {
  sql.run(
    `INSERT INTO key_locals (seq, first_seen_at, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`,
    seq,
    firstSeenAt,
    ...columns.map((column) => local[column]),
  );
}

/** Nothing unsent has nothing that could have failed. */
export function updateLocals(sql: Sql, seq: number, local: LocalFields): void {
  sql.run(
    `UPDATE key_locals SET ${columns.map((column) => `${column} = ?`).join(', ')},
       share_problem = iif(unsent = ?, share_problem, NULL) WHERE seq = ?`,
    ...columns.map((column) => local[column]),
    local.unsent,
    seq,
  );
}
