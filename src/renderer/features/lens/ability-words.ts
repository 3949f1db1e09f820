/** What the columns of the lens say: a word that fits, and the sentence behind it. */
import type { AbilityId } from '#shared/domain/abilities.ts';

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
