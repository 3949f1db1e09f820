/** A planned run from its twin to its proof, on each platform, while the old key keeps working until it is switched off. */
import { afterEach, describe, expect, it } from 'vitest';
import { openRunDesk, platformIds, type RunDesk, statesOf } from './desk.ts';

let desk: RunDesk;
afterEach(() => desk.end());

describe.each(platformIds)('on %s', (platform) => {
  it('a planned run replaces a key', async () => {
    desk = await openRunDesk(platform);
    const { keyId, secret } = await desk.make();
    const old = await desk.key(keyId);
    const begun = await desk.beginOne(keyId);
    expect(begun).toMatchObject({
      state: 'running',
      twinName: 'line-7-uploader-2026-11-21',
      waits: { kind: 'hand-over', handOver: { hiddenLength: expect.any(Number) } },
      problem: null,
      undo: { step: 'twin' },
    });
    const twin = await desk.key(begun.twin?.keyId ?? expect.unreachable());
    const { environment, owner, consumers, purpose, grant, folderIds } = old;
    expect(twin).toMatchObject({
      environment,
      owner,
      consumers,
      purpose,
      grant,
      folderIds,
      status: 'active',
    });
    expect(twin.metadata).toMatchObject(platform === 'roboflow' ? { cost: '42' } : {});
    expect(await desk.use(secret)).toBe(true);

    const next = await desk.handOver(begun);
    expect(await desk.use(next)).toBe(true);
    await desk.tickAll(begun);
    let run = await desk.at(begun.id, 'quiet');
    if (desk.reportsUse) {
      expect(run).toMatchObject({ state: 'waiting', waits: { kind: 'quiet', until: expect.any(String) } });
      desk.hours(23);
      await desk.sync();
      run = await desk.at(begun.id, 'quiet');
      desk.hours(2);
      await desk.sync();
      run = await desk.at(begun.id, 'delete');
    } else {
      expect(run).toMatchObject({ state: 'running', waits: { kind: 'quiet', until: null } });
      run = await desk.carryOn(run, 'quiet');
    }
    const middle = desk.canDisable ? 'disable done' : 'disable skipped';
    expect(statesOf(run)).toBe(
      `twin done, hand-over done, consumers done, quiet done, ${middle}, delete current, proof ahead`,
    );
    expect(await desk.use(secret)).toBe(!desk.canDisable);
    if (desk.canDisable) {
      expect(run).toMatchObject({
        state: 'waiting',
        waits: { kind: 'delete', until: expect.stringMatching(/^2026-12-05T08:01/) },
      });
      expect(await desk.key(keyId)).toMatchObject({
        status: 'disabled',
        quarantine: { due: expect.stringMatching(/^2026-12-05T08:01/) },
      });
      await desk.begins();
      desk.hours(14 * 24 + 1);
      await desk.quarantineLooks();
    } else {
      expect(run).toMatchObject({ state: 'running', waits: { kind: 'delete', until: null } });
      desk.hours(1);
      await desk.carryOn(run, 'delete');
    }
    const done = await desk.at(begun.id, null);
    expect(done).toMatchObject({
      state: 'done',
      waits: null,
      undo: null,
      problem: null,
      old: { keyId: null },
    });
    expect(await desk.use(secret)).toBe(false);
    expect(await desk.use(next)).toBe(true);
    expect((await desk.key(twin.id)).lineage.replaces).toMatchObject({
      name: 'line-7-uploader',
      keyId: null,
    });
    expect((await desk.atPlatform()).map(({ name }) => name)).not.toContain('line-7-uploader');
    const rows = await desk
      .core()
      .call('runs.rows', { workspaceId: null, state: 'done', offset: 0, limit: 10 });
    expect(rows).toMatchObject({ total: 1, rows: [{ id: begun.id }] });
    const endedAt = rows.rows[0]?.endedAt ?? '';
    const doneSince = (endedSince: string) =>
      desk.core().call('runs.rows', { workspaceId: null, state: 'done', endedSince, offset: 0, limit: 10 });
    expect((await doneSince(endedAt)).total).toBe(1);
    expect((await doneSince('2100-01-01T00:00:00Z')).total).toBe(0);
  });
});
