// Entity tags of secret keys, for those who want to change only what they have seen.
import { Problem } from '../../core/problem.ts';

/** Moves with what can be changed and not with use: a busy key could otherwise never be changed with If-Match. */
export function etagOf(revision: number): string {
  return `"r${revision}"`;
}

/** 412 where `ifMatch` names neither this revision nor any (`*`). Weak tags never match (RFC 9110, 13.1.1). */
export function refuseStale(ifMatch: string | undefined, revision: number): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes(etagOf(revision))) return;
  throw new Problem(412, 'Precondition failed', 'The secret key has been changed since you read it.');
}
