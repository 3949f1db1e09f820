/** What must be true of a rolled key after a kill: its line, its metadata, and that nobody else is taken for it. */
import { expect, vi } from 'vitest';
import { z } from 'zod';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { type Core, everyKey } from '../main/desk.ts';
import type { OpenIntent } from './intents.ts';

type Metadata = Record<string, unknown>;

const listSchema = z.object({
  apiKeys: z.array(z.object({ keyId: z.string(), customMetadata: z.record(z.string(), z.unknown()) })),
});

/** `wanted`: all of it, with the very values. */
export function carries(there: Metadata | undefined, wanted: Metadata = {}): boolean {
  return Object.entries(wanted).every(([field, value]) => there?.[field] === value);
}

export function rollsIn({ connections }: Sandbox) {
  /** As the platform has it, by the platform's own ids. */
  async function metadata(): Promise<ReadonlyMap<string, Metadata>> {
    const all = new Map<string, Metadata>();
    for (const { platform, baseUrl, credential, workspaces } of connections) {
      if (platform !== 'roboflow') continue;
      for (const { slug } of workspaces) {
        const headers = { authorization: `Bearer ${credential}` };
        const answer = await fetch(`${baseUrl}/${slug}/api-keys?includeDisabled=true`, { headers });
        const { apiKeys } = listSchema.parse(await answer.json());
        for (const { keyId, customMetadata } of apiKeys) all.set(keyId, customMetadata);
      }
    }
    return all;
  }

  async function detailOf(core: Core, remoteId: string) {
    const query = { ...everyKey, search: remoteId };
    const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 200 });
    const details = await Promise.all(rows.map(({ id: keyId }) => core.call('inventory.key', { keyId })));
    return details.find((each) => each.remoteId === remoteId) ?? expect.unreachable(remoteId);
  }

  /**
   * The line from the old key to the new one, read from both ends, and what the old one carried. `intent`: of the roll, or
   * of the restoring after it; anything else is left alone.
   */
  async function expectFollowed(
    core: Core,
    intent: OpenIntent,
    carriedOut: boolean,
    name: string,
  ): Promise<void> {
    const { action, expected } = intent;
    if (action !== 'roll' && action !== 'restore') return;
    const at = await detailOf(core, expected.remoteId ?? '');
    if (action === 'roll' && !carriedOut) {
      expect(at, name).toMatchObject({ lineage: { replacedBy: null } });
      expect(at.status, name).not.toBe('vanished');
      return;
    }
    const oldId = action === 'roll' ? at.remoteId : (at.lineage.replaces?.remoteId ?? '');
    const old = await detailOf(core, oldId);
    const next = await detailOf(core, old.lineage.replacedBy?.remoteId ?? '');
    expect(old, name).toMatchObject({ status: 'vanished', lineage: { replacedBy: { keyId: next.id } } });
    expect(next, name).toMatchObject({ name: old.name, lineage: { replaces: { keyId: old.id } } });
    expect(next.status, name).not.toBe('vanished');
    // Written after the reading, without anybody waiting for it.
    await vi.waitFor(
      async () => expect((await detailOf(core, next.remoteId)).lineage.owed, name).toBe(null),
      { timeout: 20_000, interval: 50 },
    );
    expect(carries((await metadata()).get(next.remoteId), old.metadata), name).toBe(true);
    expect((await metadata()).has(old.remoteId), name).toBe(false);
  }

  return { metadata, expectFollowed };
}
