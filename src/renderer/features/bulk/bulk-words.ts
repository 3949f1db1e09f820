/** What is said about a change of many keys. Pure. */
import { accessLabel, cellOf, permissionLabel } from '#shared/domain/datature-vi-access.ts';
import { environmentLabels } from '#shared/domain/environment.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import type {
  BulkAction,
  BulkActionKind,
  BulkCounts,
  BulkItem,
  BulkJob,
  BulkValue,
} from '#shared/ipc/bulk.ts';
import { grouped, plural } from '../../lib/plural.ts';

type Verbs = {
  title: string;
  /** "Disable 12 keys" */
  press: (keys: string) => string;
  /** "Disabling keys" */
  running: string;
  /** "12 keys are disabled." */
  done: (keys: string, are: string) => string;
};

const verbs: Readonly<Record<BulkActionKind, Verbs>> = {
  disable: {
    title: 'Disable keys',
    press: (keys) => `Disable ${keys}`,
    running: 'Disabling keys',
    done: (keys, are) => `${keys} ${are} disabled.`,
  },
  enable: {
    title: 'Enable keys',
    press: (keys) => `Enable ${keys}`,
    running: 'Enabling keys',
    done: (keys, are) => `${keys} ${are} enabled.`,
  },
  delete: {
    title: 'Delete keys',
    press: (keys) => `Delete ${keys}`,
    running: 'Deleting keys',
    done: (keys, are) => `${keys} ${are} deleted.`,
  },
  quarantine: {
    title: 'Quarantine keys',
    press: (keys) => `Quarantine ${keys}`,
    running: 'Putting keys in quarantine',
    done: (keys, are) => `${keys} ${are} in quarantine.`,
  },
  environment: {
    title: 'Set environment',
    press: (keys) => `Set it for ${keys}`,
    running: 'Setting the environment',
    done: (keys, are) => `${keys} ${are} in their new environment.`,
  },
  owner: {
    title: 'Set owner',
    press: (keys) => `Set it for ${keys}`,
    running: 'Setting the owner',
    done: (keys) => `${keys} changed owner.`,
  },
  scope: {
    title: 'Edit scope',
    press: (keys) => `Edit ${keys}`,
    running: 'Editing scopes',
    done: (keys) => `${keys} changed scope.`,
  },
};

type Named = Pick<BulkJob, 'action' | 'undo'>;

export function titleOf(kind: BulkActionKind, undo = false): string {
  return undo ? `Undo: ${verbs[kind].title.toLowerCase()}` : verbs[kind].title;
}

/** The button that begins it. */
export function pressWords(kind: BulkActionKind, count: number): string {
  return verbs[kind].press(plural(count, 'key'));
}

/** "Disabling keys" */
export function runningWords({ action, undo }: Named): string {
  return undo ? 'Taking back' : verbs[action.kind].running;
}

/** Keys that were to be changed, whatever became of them. */
export function meant(counts: BulkCounts): number {
  return counts.change + counts.sending + counts.done + counts.failed + counts.unsure;
}

/** Keys that are dealt with, well or not. */
export function ended(counts: BulkCounts): number {
  return counts.done + counts.failed + counts.unsure;
}

export function notDone({ change, sending, failed, unsure }: BulkCounts): number {
  return change + sending + failed + unsure;
}

/** How it ended, in a sentence. */
export function outcomeWords({ action, undo, counts, state }: BulkJob): string {
  const { done } = counts;
  const left = notDone(counts);
  if (left === 0) {
    const keys = plural(done, 'key');
    if (undo) return `${keys} ${done === 1 ? 'is' : 'are'} as before.`;
    return verbs[action.kind].done(keys, done === 1 ? 'is' : 'are');
  }
  const how = { stopped: 'Stopped', interrupted: 'Interrupted' } as Partial<Record<BulkJob['state'], string>>;
  return `${how[state] ?? 'Ended'}: ${grouped(done)} done, ${grouped(left)} not.`;
}

/** What stands in the status bar while it runs, and after it ended with keys left. */
export function statusWords(job: BulkJob): string {
  if (job.state === 'running') {
    return `${runningWords(job)}: ${grouped(ended(job.counts))} of ${grouped(meant(job.counts))}`;
  }
  return `${titleOf(job.action.kind, job.undo)}: ${grouped(notDone(job.counts))} not done`;
}

/** What deleting, disabling and quarantine mean; null where nothing stops working. */
export function consequence(action: BulkAction): string | null {
  switch (action.kind) {
    case 'delete':
      return 'Deleting is immediate and final. Whatever uses these keys is refused from its next request on, and they cannot be brought back.';
    case 'disable':
      return 'Whatever uses these keys is refused until they are enabled again.';
    case 'quarantine':
      return `These keys are disabled now and deleted in ${plural(action.days, 'day')}, unless they are taken out before.`;
    default:
      return null;
  }
}

const statusLabels = {
  active: 'Active',
  disabled: 'Disabled',
  quarantined: 'Quarantine',
  deleted: 'Deleted',
} as const;

export function valueWords(value: BulkValue): string {
  switch (value.kind) {
    case 'status':
      return statusLabels[value.status];
    case 'environment':
      return environmentLabels[value.environment];
    case 'owner':
      return value.owner ?? 'Nobody';
    case 'grant': {
      const { labels, more } = grantLabels(value.grant);
      return [...labels, ...(more > 0 ? [`+${more}`] : [])].join(' ');
    }
  }
}

/** Scope by scope, where a change of scope is about single ones; empty for everything else. */
export function scopeLines({ before, after }: Pick<BulkItem, 'before' | 'after'>): string[] {
  if (before?.kind !== 'grant' || after?.kind !== 'grant') return [];
  const { added, removed } = diffGrants(before.grant, after.grant);
  return [
    ...(added.length > 0 ? [`Adds ${added.map(scopeInWords).join(', ')}`] : []),
    ...(removed.length > 0 ? [`Removes ${removed.map(scopeInWords).join(', ')}`] : []),
  ];
}

/** A cell of Datature Vi in its platform's words, "Training at Full"; every other scope as it is. */
function scopeInWords(scope: string): string {
  const [access = '', level = ''] = scope.split(':');
  return cellOf(scope) ? `${accessLabel(access)} at ${permissionLabel(level)}` : scope;
}
