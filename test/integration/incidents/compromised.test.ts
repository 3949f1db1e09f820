/** A compromised key, from the button to the note: on a platform that disables and on ones that do not. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { openRunDesk, platformIds, type RunDesk, statesOf } from '../runs/desk.ts';

let desk: RunDesk;
let asked: string[][];
const open = async (platform: (typeof platformIds)[number]) => {
  asked = [];
  desk = await openRunDesk(platform, {
    askWhereToSave: async (name, title) => {
      asked.push([name, title]);
      return join(desk.profile, name);
    },
  });
};
afterEach(() => desk.end());

const plan = (keyId: string) => desk.core().call('incidents.plan', { keyId });
const begin = (keyId: string, whatHappened = '') =>
  desk.core().call('incidents.start', { keyId, whatHappened });
const incident = async (runId: string) =>
  (await desk.core().call('incidents.get', { runId })).incident ?? expect.unreachable();
const liveNamed = async (name: string) => (await desk.atPlatform()).filter((key) => key.name === name);

describe.each(platformIds)('on %s', (platform) => {
  it('the old secret is refused before its twin exists, and the note says all of it', async () => {
    await open(platform);
    const { keyId, secret } = await desk.make();
    const twinName = 'line-7-uploader-2026-11-21';
    expect(await plan(keyId)).toMatchObject({
      twinName,
      ends: desk.canDisable ? 'disable' : 'delete',
      underWay: null,
      refusal: null,
    });

    // At the wire: what ends it has been carried out, and nothing else has been sent.
    const ending = desk.wire.holdAnswerTo(desk.canDisable ? 'PATCH' : 'DELETE');
    const begins = begin(keyId, 'Posted in a | public channel.\n# really');
    await ending.held;
    expect(await desk.use(secret)).toBe(false);
    expect(await liveNamed(twinName)).toEqual([]);
    ending.release();
    const run = await begins;
    expect(run).toMatchObject({ reason: 'compromised', twin: { name: twinName } });

    await desk.restart();
    expect(await incident(run.id)).toMatchObject({
      whatHappened: 'Posted in a | public channel.\n# really',
      subject: { consumers: ['line 7', 'line 8'], owner: 'Ana', disabled: false },
      ticks: { activity: null, team: null },
    });
    const tick = (task: 'activity' | 'team', done: boolean) =>
      desk.core().call('incidents.tick', { runId: run.id, task, done });
    const first = (await tick('activity', true)).ticks.activity;
    expect((await tick('activity', true)).ticks.activity).toBe(first);
    await tick('team', true);
    expect((await tick('team', false)).ticks).toEqual({ activity: first, team: null });
    await desk.core().call('incidents.describe', { runId: run.id, whatHappened: 'Found in a log.' });

    const { text } = await desk.core().call('incidents.note', { runId: run.id });
    expect(text).toContain('> Found in a log.');
    expect(text).toContain('- [x] Look at recent activity: 2026-11-21 ');
    expect(text).toContain('- Tell the team\n');
    expect(text).toMatch(desk.canDisable ? /\| Disabled, to be deleted on .+ \|/ : /\| Deleted. \|/);
    expect(text).not.toContain(secret);
    const saved: CallOutput<'incidents.saveNote'> = await desk
      .core()
      .call('incidents.saveNote', { runId: run.id });
    const fileName = 'incident-line-7-uploader-2026-11-21.md';
    expect(saved).toEqual({ fileName });
    expect(asked).toEqual([[fileName, 'Save the incident note']]);
    const file = join(desk.profile, fileName);
    expect(await readFile(file, 'utf8')).toContain('# Incident: line-7-uploader was compromised');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('a planned rotation under way is taken over, with the twin it has', async () => {
    await open(platform);
    const { keyId, secret } = await desk.make();
    const planned = await desk.beginOne(keyId);
    const next = await desk.handOver(planned);
    expect(await plan(keyId)).toMatchObject({
      underWay: { as: 'old', run: { id: planned.id } },
      refusal: null,
    });
    const run = await begin(keyId, 'Leaked.');
    expect(run).toMatchObject({ id: planned.id, reason: 'compromised', twin: planned.twin });
    expect([await desk.use(secret), await desk.use(next)]).toEqual([false, true]);
    expect(statesOf(run)).toBe(
      desk.canDisable
        ? 'disable done, twin done, hand-over done, consumers current, delete ahead, proof ahead'
        : 'disable skipped, delete done, twin done, hand-over done, consumers current, proof ahead',
    );
    expect(await incident(run.id)).toMatchObject({ whatHappened: 'Leaked.' });
    // Pressed again, it is the same run.
    expect((await begin(keyId)).id).toBe(run.id);
    expect(await incident(run.id)).toMatchObject({ whatHappened: 'Leaked.' });
    const planOfTwin = await plan(run.twin?.keyId ?? '');
    expect(planOfTwin).toMatchObject({ underWay: { as: 'twin' } });
  });
});

it('where the plan refuses to disable, the run stands and asks, and deletes when a person says so', async () => {
  await open('roboflow');
  const { keyId, secret } = await desk.make();
  desk.wire.refuseNext('PATCH', 403, { error: 'Advanced API Keys is not included in your plan' });
  const run = await begin(keyId);
  expect(run).toMatchObject({ state: 'running', twin: null, waits: { kind: 'delete', until: null } });
  expect(await desk.use(secret)).toBe(true);
  const carried = await desk.carryOn(run, 'delete');
  expect(await desk.use(secret)).toBe(false);
  expect(carried.twin).not.toBe(null);
});

it('refuses what cannot be ended, and sends nothing', async () => {
  await open('roboflow');
  const { rows } = await desk.core().call('inventory.rows', {
    query: { search: '', workspaceId: null, sort: { column: 'name', direction: 'ascending' } },
    offset: 0,
    limit: 200,
  });
  const own = rows.find(({ thisLogin }) => thisLogin) ?? expect.unreachable();
  expect(await plan(own.id)).toMatchObject({ refusal: { code: 'this-login' } });
  const sent = desk.wire.requests.length;
  await expect(begin(own.id)).rejects.toMatchObject({ error: { code: 'this-login' } });
  const protectedKey = rows.find(({ status }) => status === 'protected');
  if (protectedKey)
    await expect(begin(protectedKey.id)).rejects.toMatchObject({ error: { code: 'protected' } });
  expect(desk.wire.requests.length).toBe(sent);
});
