/** What is different between a key as it was stored and as its platform has it now, as events. Pure. */
import type { ChangeKind } from '#shared/domain/change.ts';
import type { Grant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';

/** The columns an event can come of. */
export type ComparedKey = {
  name: string;
  grant_id: number;
  disabled: number;
  protected: number;
  /** JSON of a list. */
  folder_ids: string;
  vanished_at: string | null;
};

export type Difference = {
  kind: ChangeKind;
  /** JSON: the names, or the lists of folders. */
  before?: string;
  after?: string;
  beforeGrantId?: number;
  afterGrantId?: number;
};

/** One event for each thing that changed. `grantOf` is asked only where the two grants are not written alike. */
export function differences(
  before: ComparedKey,
  after: ComparedKey,
  grantOf: (grantId: number) => Grant,
): Difference[] {
  const found: Difference[] = [];
  if (before.vanished_at !== null && after.vanished_at === null) found.push({ kind: 'returned' });
  if (before.grant_id !== after.grant_id) {
    const kind = scopeChange(grantOf(before.grant_id), grantOf(after.grant_id));
    if (kind) found.push({ kind, beforeGrantId: before.grant_id, afterGrantId: after.grant_id });
  }
  if (!sameMembers(before.folder_ids, after.folder_ids))
    found.push({ kind: 'folders', before: before.folder_ids, after: after.folder_ids });
  if (before.name !== after.name)
    found.push({ kind: 'renamed', before: JSON.stringify(before.name), after: JSON.stringify(after.name) });
  if (before.disabled !== after.disabled) found.push({ kind: after.disabled === 1 ? 'disabled' : 'enabled' });
  if (before.protected !== after.protected)
    found.push({ kind: after.protected === 1 ? 'protected' : 'unprotected' });
  return found;
}

/** Null where the same scopes came in another order. */
function scopeChange(before: Grant, after: Grant): 'wider' | 'narrower' | 'rescoped' | null {
  const { changed, widens, narrows } = diffGrants(before, after);
  if (!changed) return null;
  if (widens === narrows) return 'rescoped';
  return widens ? 'wider' : 'narrower';
}

function sameMembers(before: string, after: string): boolean {
  if (before === after) return true;
  const [had, has] = [new Set(JSON.parse(before) as string[]), new Set(JSON.parse(after) as string[])];
  return had.size === has.size && [...had].every((each) => has.has(each));
}
