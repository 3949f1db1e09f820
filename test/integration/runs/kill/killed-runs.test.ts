/** Kill -9 at two hundred points of whole rotation runs, and what must be true at every moment and afterwards. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { platformIds } from '../desk.ts';
import { openLane } from './lane.ts';
import { drawPoints, moments, type Point, scripts } from './points.ts';

/** With another one the same test kills elsewhere; a failure names the seed and the point. */
const seed = process.env.LATCHKEY_KILL_SEED ?? 'november';
const kills = 200;
/** A run has not always as many moments as the one before; each of these comes to its end unharmed instead. */
const mostMisses = 40;
const compileCache = fileURLToPath(new URL('../../../../node_modules/.cache/node', import.meta.url));
/** Desks that are killed side by side, each in a world of its own. */
const lanes = 2;

it('after a kill every run goes on or is taken back', { timeout: 1_800_000 }, async () => {
  const share = kills / lanes;
  const reached = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => killEach(`${seed} ${lane}`, share)),
  );
  const hits = reached.flat();
  expect(hits).toHaveLength(kills);
  for (const platform of platformIds)
    expect(hits.filter((hit) => hit.platform === platform).length, platform).toBeGreaterThanOrEqual(40);
  for (const script of scripts) expect(hits.map((hit) => hit.script)).toContain(script);
  for (const moment of moments)
    expect(hits.filter((hit) => hit.moment === moment).length, moment).toBeGreaterThanOrEqual(10);
});

async function killEach(laneSeed: string, wanted: number): Promise<Point[]> {
  const lane = await openLane(laneSeed);
  const reached: Point[] = [];
  let desk = spawnDesk();
  for (const [number, point] of drawPoints(laneSeed, wanted + mostMisses / lanes).entries()) {
    if (reached.length === wanted) break;
    const mine = desk;
    // While this one is killed and checked, the next one loads its code.
    desk = spawnDesk();
    if (await lane.killOnce(mine, number, point)) reached.push(point);
  }
  desk.kill('SIGKILL');
  await lane.expectNoSecrets();
  return reached;
}

function spawnDesk(): ChildProcess {
  const desk = fork(fileURLToPath(new URL('./desk-to-kill.ts', import.meta.url)), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  onTestFinished(() => void desk.kill('SIGKILL'));
  return desk;
}
