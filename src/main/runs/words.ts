/** What a run says about itself: notes of its steps, and why it stands. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { LastUsed } from '#shared/domain/key.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const day = (at: string) => dayFormat.format(new Date(at));
const time = (at: string) => timeFormat.format(new Date(at));

const stale = (message: string, hint: string): ErrorInfo => ({ code: 'stale', message, hint });

export const tell = {
  twinMade: (name: string) => `Made as ${name}.`,
  handedOver: 'Its secret was handed over.',
  saidHandedOver: 'Its secret is where it belongs, as a person said.',
  allTicked: (count: number) =>
    count === 1 ? 'The one consumer switched.' : `All ${count} consumers switched.`,
  twinUsed: (at: string) => `The new key was seen in use on ${time(at)}.`,
  saidSwitched: 'Everybody switched, as a person said.',
  quiet: (used: LastUsed) =>
    used.kind === 'at' ? `Last used on ${time(used.at)}, and not since.` : 'It was never used.',
  saidQuiet: 'It is not used any more, as a person said.',
  disabled: (due: string) => `Disabled, to be deleted on ${day(due)}.`,
  deleted: 'Deleted.',
  deletedElsewhere: 'Somebody deleted it elsewhere.',
  goneAlready: 'The old key was gone already.',
  proven: 'A new list of the workspace does not have the old key any more.',

  twinGone: (name: string) =>
    stale(
      `${name || 'The new key'} is gone from the platform: somebody deleted it elsewhere.`,
      'Make another one, or take the whole run back.',
    ),
  twinDisabled: (name: string) =>
    stale(
      `Somebody disabled ${name || 'the new key'}, so the old one is not deleted.`,
      'Enable it at the platform or in the inventory, then carry on.',
    ),
  oldBack: stale(
    'The old key is in the platform’s list again.',
    'Carry on to delete it, once nothing needs it any more.',
  ),
  enabledElsewhere: stale(
    'The old key was enabled again, outside of this run.',
    'Find out who still needs it. Carry on to disable it once more.',
  ),
  keptTwin: stale(
    'The old key was deleted elsewhere meanwhile, so the new one was kept.',
    'Finish the run: hand over the new secret where that is not done.',
  ),
} as const;
