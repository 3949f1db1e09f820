/** What a platform has while a key is rotated, judged without any of the application's rules. */
import { expect } from 'vitest';
import type { Sandbox } from '../../../../src/sandbox/server.ts';
import { keysAtThePlatforms, type PlatformKey } from '../../chaos/at-the-platform.ts';

/** Watches one key being replaced. `name`: of the point, for messages. */
export async function watchRotation(sandbox: Sandbox, oldRemoteId: string, name: string) {
  const before = await eachOnce(sandbox);
  const old = before.find(({ remoteId }) => remoteId === oldRemoteId) ?? expect.unreachable();

  async function look(): Promise<{ old: PlatformKey | undefined; added: PlatformKey[] }> {
    const now = await eachOnce(sandbox);
    const added = now.filter((key) => !before.some(({ remoteId }) => remoteId === key.remoteId));
    const others = now.filter(
      ({ remoteId }) => remoteId !== oldRemoteId && !added.some((key) => key.remoteId === remoteId),
    );
    expect(others, `${name}: keys of others`).toEqual(
      before.filter(({ remoteId }) => remoteId !== oldRemoteId),
    );
    return { old: now.find(({ remoteId }) => remoteId === oldRemoteId), added };
  }

  return {
    /** At every moment: never two twins, and never a deleted key without a live one. */
    async expectSound(): Promise<void> {
      const { old: there, added } = await look();
      expect(added.length, `${name}: twins`).toBeLessThanOrEqual(1);
      if (!there) expect(added, `${name}: the old key is gone`).toMatchObject([{ disabled: false }]);
    },
    async expectReplaced(): Promise<void> {
      const { old: there, added } = await look();
      expect(there, `${name}: old key`).toBeUndefined();
      const { slug, scopes, protected: isProtected } = old;
      expect(added, `${name}: twin`).toMatchObject([
        { slug, scopes, protected: isProtected, disabled: false },
      ]);
    },
    async expectUntouched(): Promise<void> {
      expect(await look(), `${name}: as before`).toEqual({ old, added: [] });
    },
  };
}

export type Rotation = Awaited<ReturnType<typeof watchRotation>>;

/** Several people sign in to one workspace. */
async function eachOnce(sandbox: Sandbox): Promise<PlatformKey[]> {
  return [...new Map((await keysAtThePlatforms(sandbox)).map((key) => [key.remoteId, key])).values()];
}
