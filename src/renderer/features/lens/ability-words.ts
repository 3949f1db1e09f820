/** What the columns of the lens say: a word and a number that fit, and what is behind them. */
import type { AbilityId } from '#shared/domain/abilities.ts';
import { grouped, plural } from '../../lib/plural.ts';

/** Short enough for a column. */
export const shortAbilityLabels: Readonly<Record<AbilityId, string>> = {
  'read-data': 'Read data',
  'write-data': 'Write data',
  annotate: 'Annotate',
  train: 'Train',
  deploy: 'Deploy',
  infer: 'Infer',
  'manage-devices': 'Devices',
  'mint-keys': 'Mint keys',
  everything: 'Everything',
  unclassified: 'Unclassified',
};

export const abilityMeanings: Readonly<Record<AbilityId, string>> = {
  'read-data': 'Reads what is stored: projects, images, versions, results, and lists of devices and keys.',
  'write-data': 'Adds, changes or deletes projects, images, versions and other stored data.',
  annotate: 'Creates or changes annotations, or reviews them.',
  train: 'Starts training.',
  deploy: 'Deploys or manages models, or changes the workflows that run.',
  infer: 'Runs trained models.',
  'manage-devices': 'Changes devices.',
  'mint-keys': 'Makes, changes or revokes keys, stored credentials or integrations.',
  everything: 'Full access: all of it, and whatever the platform adds later.',
  unclassified: 'Has a scope that Latchkey cannot place. It may allow anything.',
};

const rounded = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 0 });
/** From here on a number is wider than a column. */
const tooWide = 10_000;

/** "376", "9,999", "100K". */
export function shortCount(count: number): string {
  return count < tooWide ? grouped(count) : rounded.format(count);
}

/** The same for assistive technology: it starts with what is on screen, and is exact. */
export function countWords(count: number): string {
  return count < tooWide ? plural(count, 'key') : `${shortCount(count)}, ${plural(count, 'key')}`;
}
