/** Words and phrases of a search as SQL: each must occur somewhere in the row. They are bound, never part of the SQL. */
import { environmentLabels } from '#shared/domain/environment.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { TextTerm } from '#shared/domain/search/term.ts';
import { environmentOrder, lastUsedOrder, statusOrder } from './key-index.ts';
import { allOf, anyOf, type Condition, oneOf } from './search-conditions.ts';
import type { Sql } from './sql.ts';
import { fold, searchPhrase, searchWords } from './text.ts';

/** The words the last-used column shows where there is no time. */
const lastUsedWords: Readonly<Record<LastUsed['kind'], string>> = {
  at: '',
  never: 'Never',
  'not-seen': 'Not seen yet',
  'not-reported': 'Not reported',
};
const thisLoginWords = fold('This login');

/** Null where the term has nothing to look for, such as an empty phrase. */
export function textCondition(sql: Sql, term: TextTerm): Condition | null {
  // Folding can make several words of one, since some signs stand for a space and a mark.
  const texts = term.quoted ? [searchPhrase(term.text)] : searchWords(term.text);
  const wanted = texts.filter((text) => text !== '');
  if (wanted.length === 0) return null;
  const workspaces = workspaceTexts(sql);
  return allOf(wanted.map((word) => anyOf([ownText(word), ...sharedTexts(sql, word, workspaces)])));
}

/** In what belongs to the key alone: name, prefix, platform's id, creator. */
function ownText(word: string): Condition {
  // A trigram index knows no shorter words. As one quoted string, nothing in a word is syntax to FTS5.
  return [...word].length >= 3
    ? {
        shape: 'k.seq IN (SELECT rowid FROM key_search WHERE key_search MATCH ?)',
        values: [`"${word.replaceAll('"', '""')}"`],
      }
    : { shape: 'k.seq IN (SELECT rowid FROM key_search WHERE instr(text, ?) > 0)', values: [word] };
}

/**
 * In what many keys share. These texts are few, so they are looked through first and only the hits go into the
 * condition: renaming a workspace or moving a key to another environment rewrites no search text.
 */
function sharedTexts(sql: Sql, word: string, workspaces: readonly WorkspaceText[]): Condition[] {
  const holds = (text: string) => fold(text).includes(word);
  const inWorkspaces = workspaces.filter(({ text }) => text.includes(word)).map(({ id }) => id);
  const inGrants = sql.column<number>('SELECT id FROM grants WHERE instr(search_text, ?) > 0', word);
  const conditions = [
    oneOf('k.workspace_id', inWorkspaces),
    oneOf('k.grant_id', inGrants),
    oneOf(
      'k.environment_order',
      positions(environmentOrder, (environment) => holds(environmentLabels[environment])),
    ),
    oneOf('k.status_order', positions(statusOrder, holds)),
    oneOf(
      'k.last_used_kind',
      positions(lastUsedOrder, (kind) => holds(lastUsedWords[kind])),
    ),
  ];
  if (holds(environmentLabels.unassigned))
    conditions.push({ shape: 'k.environment_order IS NULL', values: [] });
  if (thisLoginWords.includes(word)) conditions.push({ shape: 'k.this_login = 1', values: [] });
  return conditions;
}

type WorkspaceText = { id: string; text: string };

function workspaceTexts(sql: Sql): WorkspaceText[] {
  type Row = { id: string; name: string; slug: string; platform: keyof typeof platforms };
  return sql
    .all<Row>(
      `SELECT w.id, w.name, w.slug, c.platform FROM workspaces AS w
       JOIN connections AS c ON c.id = w.connection_id`,
    )
    .map(({ id, name, slug, platform }) => ({
      id,
      text: fold([name, slug, platforms[platform].label].join('\n')),
    }));
}

function positions<Item>(items: readonly Item[], wanted: (item: Item) => boolean): number[] {
  return items.flatMap((item, position) => (wanted(item) ? [position] : []));
}
