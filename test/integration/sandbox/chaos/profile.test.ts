/** The profile chaos: its world, its seed, and the ways in which it tells the same facts. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';
import { FAULTS } from '../../../../src/sandbox/trouble/trouble.ts';
import { profileNamed } from '../../../../src/sandbox/worlds/profiles.ts';
import { clientOf, seen } from './client.ts';

const chaos = profileNamed('chaos') ?? expect.unreachable();
const quick = { profile: chaos, port: 0, requestsPerMinute: 100_000 };

async function cobalt(options: Partial<SandboxOptions>) {
  const sandbox = await startSandbox({ ...quick, ...options });
  onTestFinished(() => sandbox.close());
  const { baseUrl, credential } = sandbox.connections[0] ?? expect.unreachable();
  return clientOf(baseUrl, credential, 'cobalt-works');
}

describe('its world', () => {
  const { roboflow, workspaceKeys, datatureVi } = chaos.world(new Date('2026-08-14T09:12:00Z'));

  it('has both kinds of Roboflow plan, two workspaces behind one token, organizations with pickers and without, and eighty keys or so', () => {
    expect(roboflow.map(({ advancedKeys }) => advancedKeys)).toEqual([true, false]);
    expect(workspaceKeys.tokens).toHaveLength(1);
    expect(workspaceKeys.workspaces).toHaveLength(2);
    const keys = [...roboflow, ...workspaceKeys.workspaces, ...datatureVi].reduce(
      (sum, { keys }) => sum + keys.length,
      0,
    );
    expect(datatureVi.map(({ keyPermissions }) => keyPermissions)).toEqual([true, false]);
    expect(keys).toBeGreaterThanOrEqual(75);
    expect(keys).toBeLessThanOrEqual(85);
  });

  it('has a protected, a disabled, a nameless and a deployed key, folders and metadata', () => {
    const keys = roboflow.flatMap((workspace) => workspace.keys);
    expect(keys.some((key) => key.protected)).toBe(true);
    expect(keys.some((key) => key.disabled)).toBe(true);
    expect(keys.some((key) => key.name === '')).toBe(true);
    expect(keys.some((key) => key.deployment !== null)).toBe(true);
    expect(keys.some((key) => key.folderIds.length > 0)).toBe(true);
    expect(keys.some((key) => Object.keys(key.metadata).length > 0)).toBe(true);
  });
});

describe('its seed', () => {
  /** 150 requests of three kinds, in the same order. */
  async function story(seed: string): Promise<string[]> {
    const client = await cobalt({ seed, trouble: { longestDelay: 1 } });
    const outcomes: string[] = [];
    for (let count = 0; count < 50; count += 1) {
      outcomes.push(await seen(client.list()));
      outcomes.push(await seen(client.create(`made-${count}`)));
      outcomes.push(await seen(client.remove(`k_nobody${count}`)));
    }
    return outcomes;
  }

  it('repeats a day to the letter', async () => {
    expect(await story('monday')).toEqual(await story('monday'));
  });

  it('makes another day of another word', async () => {
    expect(await story('monday')).not.toEqual(await story('tuesday'));
  });

  it('leaves most of a day good, and lets every kind of fault happen', async () => {
    const outcomes = [...(await story('monday')), ...(await story('tuesday'))];
    const good = outcomes.filter((outcome) => /^(200|201|404) (json|text)$/.test(outcome));
    expect(good.length).toBeGreaterThan(outcomes.length * 0.6);
    for (const kind of [/^429/, /^50\d (json|text)/, /web page/, /^broken/, /^20\d text/]) {
      expect(outcomes.some((outcome) => kind.test(outcome))).toBe(true);
    }
    const { trouble } = chaos.behaviour;
    expect(FAULTS.filter((fault) => !trouble?.[fault])).toEqual([]);
  });
});

describe('its dialects', () => {
  /** No faults, so that only the telling differs. */
  const calmly = Object.fromEntries([...FAULTS, 'slow'].map((kind) => [kind, 0]));

  it('spell metadata both ways, empty folders as [] and null, and leave out what means nothing', async () => {
    const client = await cobalt({ trouble: calmly });
    const texts = await Promise.all(Array.from({ length: 12 }, () => client.list().then((r) => r.text())));
    const all = texts.join('\n');
    for (const form of ['"customMetadata":', '"custom_metadata":', '"folderIds":[]', '"folderIds":null']) {
      expect(all).toContain(form);
    }
    const [whole, short] = [/"disabled":false/, /"default":false,"protected":false,"created_on"/];
    expect(all).toMatch(whole);
    expect(all).toMatch(short);
  });

  it('refuse in the rich shape, the flat one and plain text', async () => {
    const client = await cobalt({ trouble: calmly });
    const shapes = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      const text = await (await client.remove('k_nobody')).text();
      shapes.add(text.startsWith('{"error":{') ? 'rich' : text.startsWith('{"error":"') ? 'flat' : 'text');
    }
    expect([...shapes].toSorted()).toEqual(['flat', 'rich', 'text']);
  });

  it('keep the metadata of a rolled key or drop it', async () => {
    const sandbox = await startSandbox({ ...quick, trouble: calmly });
    onTestFinished(() => sandbox.close());
    const { baseUrl, credential } = sandbox.connections[0] ?? expect.unreachable();
    const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
    const call = async (method: string, path: string, body?: unknown) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const url = `${baseUrl}/cobalt-works/api-keys${path}`;
      return (await fetch(url, { method, headers, ...sent })).json();
    };
    const kept: boolean[] = [];
    for (let count = 0; count < 16; count += 1) {
      const { keyId } = await call('POST', '', { name: `roll-${count}`, customMetadata: { env: 'ci' } });
      const rolled = await call('POST', `/${keyId}/roll`);
      kept.push(JSON.stringify(await call('GET', `/${rolled.keyId}`)).includes('"env":"ci"'));
    }
    expect(new Set(kept)).toEqual(new Set([true, false]));
  });
});
