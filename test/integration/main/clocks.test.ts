/** A platform whose clock is wrong, or ours: it is measured, told, and misleads nobody. */
import { afterEach, describe, expect, it } from 'vitest';
import { openWire } from '../../support/lossy-wire.ts';
import { everyKey, openDesk, signInTo } from './desk.ts';

const minutes = 60_000;
let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

/** Signed in to Acme Vision at a sandbox whose clock is ahead by so many milliseconds. */
async function deskWith(ahead: number) {
  const desk = await openDesk({}, { clock: { now: () => new Date(Date.now() + ahead) } });
  const wire = await openWire(desk.sandbox.url);
  close = async () => {
    await desk.end();
    await wire.close();
  };
  const { baseUrl, ...signIn } = signInTo(desk.sandbox, 'acme-vision');
  const through = { ...signIn, baseUrl: baseUrl.replace(desk.sandbox.url, wire.url) };
  const { workspaceIds } = await desk.core.call('connections.connect', through);
  await desk.core.call('sync.now', { workspaceId: null });
  return { core: desk.core, wire, workspaceId: workspaceIds[0] ?? '' };
}

describe('the clock of a platform', () => {
  it('that agrees is not told', async () => {
    const { core } = await deskWith(0);
    expect(await core.call('sync.clocks', {})).toEqual([]);
    expect(core.emitted).not.toContain('sync.clocks');
  });

  it.each([12 * minutes, -12 * minutes])('that is %d ms ahead is told with its host', async (ahead) => {
    const { core, wire } = await deskWith(ahead);
    const [clock, ...others] = await core.call('sync.clocks', {});
    expect(others).toEqual([]);
    expect(clock?.host).toBe(new URL(wire.url).host);
    // Whole seconds in the header, and what the request took.
    expect(Math.abs((clock?.ahead ?? 0) - ahead)).toBeLessThan(minutes);
    expect(core.emitted).toContain('sync.clocks');
  });
});

it.each([20 * minutes, -20 * minutes])(
  'a key whose answer was lost is found by a platform whose clock is %d ms ahead',
  async (ahead) => {
    const { core, wire, workspaceId } = await deskWith(ahead);
    wire.loseAnswerTo('POST');
    const create = core.call('keys.create', {
      workspaceId,
      name: 'line-9-ghost',
      environment: 'staging',
      grant: { platform: 'roboflow', scopes: ['image:read'] },
    });
    await expect(create).rejects.toMatchObject({ error: { hint: expect.any(String) } });
    await core.call('sync.now', { workspaceId });
    const query = { ...everyKey, search: 'line-9-ghost' };
    const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 1 });
    const detail = await core.call('inventory.key', { keyId: rows[0]?.id ?? '' });
    expect(detail.activity).toEqual([expect.objectContaining({ action: 'create', outcome: 'done' })]);
    expect(detail.changes).toEqual([]);
  },
);
