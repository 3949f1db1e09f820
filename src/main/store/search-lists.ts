/** Tokens with a list of values as SQL: a key matches when one of the values does. */

import { abilityBit, isAbilityId } from '#shared/domain/abilities.ts';
import { type Grant, isFullAccess, listedScopes } from '#shared/domain/grant.ts';
import { can } from '#shared/domain/search/abilities.ts';
import type { ListTerm } from '#shared/domain/search/term.ts';
import { dueSoonCondition, overdueCondition, snoozedCondition } from './due-day.ts';
import { environmentOrder, statusOrder } from './key-index.ts';
import { anyOf, type Condition, oneOf } from './search-conditions.ts';
import { awaitsUse, silent, woke } from './search-rhythm.ts';
import type { Sql } from './sql.ts';
import { fold, searchPhrase } from './text.ts';

export function listCondition(sql: Sql, { token, values }: ListTerm, today: number): Condition {
  switch (token) {
    case 'env':
      return anyOf(values.map(environmentCondition));
    case 'ws':
      return ofWorkspaces(sql, ({ name, slug }) => holdsOneOf(values, [name, slug]));
    case 'platform':
      return ofWorkspaces(sql, ({ platform }) => values.includes(platform));
    case 'scope':
      return ofGrants(sql, (grant) => holdsOneOf(values, listedScopes(grant)));
    case 'can':
      return anyOf(values.map((value) => canCondition(sql, value)));
    case 'by':
      return byCreators(sql, values);
    case 'status':
      return anyOf(values.map((value) => statusCondition(value, today)));
    case 'is':
      return anyOf(values.map((value) => kindCondition(sql, value, today)));
  }
}

/** Abilities of the lens are kept with the grant; other names are looked for in it. */
function canCondition(sql: Sql, value: string): Condition {
  if (!isAbilityId(value)) return ofGrants(sql, (grant) => can(grant, value));
  return {
    shape: 'k.grant_id IN (SELECT id FROM grants WHERE abilities & ? <> 0)',
    values: [abilityBit(value)],
  };
}

function holdsOneOf(values: readonly string[], texts: readonly string[]): boolean {
  const folded = texts.map(fold);
  return values.some((value) => folded.some((text) => text.includes(searchPhrase(value))));
}

function environmentCondition(value: string): Condition {
  const environments: readonly string[] = environmentOrder;
  const order = environments.indexOf(value);
  if (order === -1) return { shape: 'k.environment_order IS NULL', values: [] };
  return { shape: 'k.environment_order = ?', values: [order] };
}

type WorkspaceFacts = { id: string; name: string; slug: string; platform: string };

// Workspaces, grants and people are few beside their keys: they are looked through here, and the hits are bound.

function ofWorkspaces(sql: Sql, wanted: (workspace: WorkspaceFacts) => boolean): Condition {
  const all = sql.all<WorkspaceFacts>(
    `SELECT w.id, w.name, w.slug, c.platform FROM workspaces AS w
     JOIN connections AS c ON c.id = w.connection_id`,
  );
  return oneOf(
    'k.workspace_id',
    all.filter(wanted).map(({ id }) => id),
  );
}

function ofGrants(sql: Sql, wanted: (grant: Grant) => boolean): Condition {
  const all = sql.all<{ id: number; body: string }>('SELECT id, body FROM grants');
  const hits = all.filter(({ body }) => wanted(JSON.parse(body) as Grant));
  return oneOf(
    'k.grant_id',
    hits.map(({ id }) => id),
  );
}

function byCreators(sql: Sql, values: readonly string[]): Condition {
  const creators = sql.column<string>('SELECT DISTINCT created_by FROM keys WHERE created_by IS NOT NULL');
  const hits = creators.filter((creator) => holdsOneOf(values, [creator]));
  const { shape, values: bound } = oneOf('created_by', hits);
  return { shape: `k.seq IN (SELECT seq FROM keys WHERE ${shape})`, values: bound };
}

function statusCondition(value: string, today: number): Condition {
  if (value === 'overdue') return overdueCondition(today);
  if (value === 'due-soon') return dueSoonCondition(today);
  const statuses: readonly string[] = statusOrder;
  return { shape: 'k.status_order = ?', values: [statuses.indexOf(value)] };
}

function kindCondition(sql: Sql, value: string, today: number): Condition {
  switch (value) {
    case 'full-access':
      return ofGrants(sql, isFullAccess);
    case 'public':
      return ofGrants(sql, (grant) => grant.platform === 'workspace-keys' && grant.public);
    case 'silent':
      return silent;
    case 'woke':
      return woke(today);
    case 'awaiting-use':
      return awaitsUse;
    case 'this-login':
      return { shape: 'k.this_login = 1', values: [] };
    case 'quarantined':
      return {
        shape: 'k.seq IN (SELECT seq FROM keys WHERE id IN (SELECT key_id FROM quarantine))',
        values: [],
      };
    case 'snoozed':
      return snoozedCondition(today);
    case 'default':
      return { shape: 'k.seq IN (SELECT seq FROM keys WHERE is_default = 1)', values: [] };
    default:
      // The flag and not the status: a disabled key stays protected.
      return { shape: 'k.seq IN (SELECT seq FROM keys WHERE protected = 1)', values: [] };
  }
}
