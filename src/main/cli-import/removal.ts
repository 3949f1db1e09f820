/** Which keys the file can do without: only those that the keychain gives back, letter by letter, right now. */
import { SecretStoreError } from '../secrets/secret-store.ts';
import type { CliEntry } from './config.ts';
import { refused } from './file-problems.ts';
import type { CliImportNeeds } from './needs.ts';

type Needs = Pick<CliImportNeeds, 'store' | 'secrets'>;

/** `reason`: why none can be taken out; null where `ids` says it. */
export async function removableOf(
  { store, secrets }: Needs,
  entries: readonly CliEntry[],
): Promise<{ ids: string[]; reason: string | null }> {
  const { driver, state } = secrets.state();
  if (driver === 'memory' || state !== 'available') {
    return {
      ids: [],
      reason:
        'Latchkey has no keychain at the moment and holds these keys for this session only. The file keeps them: without it they would be lost.',
    };
  }
  const slugs = new Set(entries.map(({ slug }) => slug));
  const connectionIds = new Set(
    (await store.read.workspaces())
      .filter((each) => each.platform === 'roboflow' && !each.embedded && slugs.has(each.slug))
      .map(({ connectionId }) => connectionId),
  );
  const kept = new Set<string>();
  try {
    for (const id of connectionIds) {
      const credential = secrets.holds(id) ? null : await secrets.get(id);
      if (credential !== null) kept.add(credential);
    }
  } catch (error) {
    if (error instanceof SecretStoreError)
      return { ids: [], reason: `${error.message} The file keeps its keys.` };
    throw error;
  }
  return { ids: entries.filter(({ apiKey }) => kept.has(apiKey)).map(({ id }) => id), reason: null };
}

/** Asked again at the last moment: between the question and the answer a keychain can go away. */
export async function refuseLoss(needs: Needs, entries: readonly CliEntry[]): Promise<void> {
  const { ids, reason } = await removableOf(needs, entries);
  if (reason !== null) throw refused(reason);
  const lost = entries.filter(({ id }) => !ids.includes(id));
  if (lost.length === 0) return;
  throw refused(
    `The keychain does not have the key of ${lost.map(({ name }) => name).join(', ')}, so nothing was taken out of the file.`,
    'Import it first, then try again.',
  );
}
