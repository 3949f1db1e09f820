/** Giving a key another name, never over somebody else's. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { AppError } from '../system/app-error.ts';
import { needGoodName } from './name.ts';
import { type KeyNeeds, locate, needCapability } from './needs.ts';
import { detailOf, keep, updateAfterLook } from './update.ts';

/**
 * `expected` is the name the person saw: where somebody else gave the key another one meanwhile, nothing is sent (`stale`)
 * and the inventory shows what it is called now.
 */
export async function renameKey(
  needs: KeyNeeds,
  keyId: string,
  typed: string,
  expected: string,
): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'rename');
  const name = await needGoodName(needs, {
    workspaceId: address.workspaceId,
    platform: address.platform,
    name: typed,
    exceptKeyId: keyId,
  });
  if (name === address.row.name && name === expected) return detailOf(needs, keyId);
  const words = { action: 'rename', detail: describeRename(expected, name) } as const;
  return updateAfterLook(needs, address, words, { name }, async (now) => {
    if (now.name === name) return false;
    if (now.name === expected) return true;
    await keep(needs, address, now);
    throw new AppError({
      code: 'stale',
      message: `Somebody ${now.name === '' ? 'took this key’s name away' : `named this key ${now.name}`} meanwhile. Nothing was sent.`,
      hint: 'Compare it with the name you typed, then decide again.',
    });
  });
}

/** Roboflow's keys may have had no name. */
function describeRename(before: string, after: string): string {
  return before === '' ? `Named ${after}.` : `Renamed from ${before} to ${after}.`;
}
