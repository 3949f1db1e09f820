/** What is said about keys in quarantine: when they go, how they stand, what became of those that left. */
import { differenceInCalendarDays } from 'date-fns';
import type { Quarantine } from '#shared/domain/quarantine.ts';
import type { QuarantineNews, QuarantineNewsKind } from '#shared/ipc/quarantine.ts';
import { plural } from '../../lib/plural.ts';
import { day } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

/** "today", "tomorrow", "in 14 days", "2 days ago": calendar days of the system's zone. */
export function whenDue(due: string, now: number): string {
  const days = differenceInCalendarDays(due, now);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`;
}

/** "on 5 Dec 2026, in 14 days": the day that is meant if it begins now. */
export function plannedFor(days: number, now: number): string {
  const due = new Date(now + days * 86_400_000).toISOString();
  return `on ${day(due)}, ${whenDue(due, now)}`;
}

type State = { label: string; tone: BadgeTone; meaning: string };

export function stateOf({ due, hold }: Pick<Quarantine, 'due' | 'hold'>, now: number): State {
  if (hold?.kind === 'ask') return { label: 'Held back', tone: 'bad', meaning: hold.message };
  if (hold?.kind === 'wait') return { label: 'Delayed', tone: 'warn', meaning: hold.message };
  if (Date.parse(due) <= now)
    return { label: 'Due', tone: 'warn', meaning: 'It is deleted within the next minute.' };
  return { label: 'Waiting', tone: 'neutral', meaning: 'It is disabled, and deleted on its day.' };
}

/** One sentence for each kind of news, the most pressing first; names where they fit into it. */
export function newsSentences({ told, latest }: Pick<QuarantineNews, 'told' | 'latest'>): string[] {
  const order: readonly QuarantineNewsKind[] = ['held', 'deleted', 'vanished', 'workspace-removed'];
  return order.flatMap((kind) => {
    const news = told.find((each) => each.kind === kind);
    if (!news) return [];
    const names = latest
      .filter((each) => each.kind === kind)
      .map((each) => each.keyName || 'a key without a name');
    const who = names.length === news.amount && names.length <= 3 ? ` (${names.join(', ')})` : '';
    return [sentence(kind, news.amount, who, news.whileClosed)];
  });
}

function sentence(kind: QuarantineNewsKind, amount: number, who: string, whileClosed: boolean): string {
  const keys = `${plural(amount, 'key')}${who}`;
  const one = amount === 1;
  switch (kind) {
    case 'held':
      return `${keys} ${one ? 'was' : 'were'} due and ${one ? 'was' : 'were'} not deleted: look at ${one ? 'it' : 'them'} and decide.`;
    case 'deleted':
      return whileClosed
        ? `${keys} ${one ? 'was' : 'were'} deleted as planned: the quarantine ended while Latchkey was closed.`
        : `${keys} ${one ? 'was' : 'were'} deleted as planned, at the end of the quarantine.`;
    case 'vanished':
      return `${keys} left quarantine: somebody deleted ${one ? 'it' : 'them'} elsewhere.`;
    case 'workspace-removed':
      return `${keys} left quarantine with ${one ? 'its' : 'their'} workspace: disabled at the platform, and not deleted by Latchkey any more.`;
  }
}
