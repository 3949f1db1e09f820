/** Does what operators do, in an order that a seed decides, and writes every outcome into the ledger. */
import { type ErrorInfo, errorInfoSchema } from '#shared/domain/errors.ts';
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { type Random, seededRandom } from '../../../src/sandbox/core/random.ts';
import { type Core, everyKey } from '../main/desk.ts';
import type { Ledger, Outcome } from './ledger.ts';

const leaves = ['image:create', 'image:read', 'image:tag', 'model:infer', 'project:read', 'version:read'];

const accesses = ['dataset', 'training', 'deployment'];
const permissions = ['full', 'read-only', 'labeler-only', 'restricted'];

const operations = [
  { what: 'create', weight: 22 },
  { what: 'rename', weight: 18 },
  { what: 'edit scope', weight: 18 },
  { what: 'disable or enable', weight: 16 },
  { what: 'protect', weight: 3 },
  { what: 'delete', weight: 18 },
  { what: 'sync', weight: 5 },
] as const;

type Operation = (typeof operations)[number]['what'];

export function operatorOf(core: Core, ledger: Ledger, workspaces: readonly Workspace[], seed: string) {
  const random = seededRandom(`operator ${seed}`);
  const secrets: string[] = [];
  const errors: ErrorInfo[] = [];
  let serial = 0;

  async function act(): Promise<Operation> {
    const { what } = random.weighted(operations);
    const workspace = random.pick(workspaces);
    if (what === 'sync') await core.call('sync.now', { workspaceId: random.pick([workspace.id, null]) });
    else if (what === 'create') await create(workspace);
    else {
      const rows = await rowsOf(workspace);
      if (rows.length > 0) await change(what, random.pick(rows));
    }
    return what;
  }

  async function create({ id, platform }: Workspace): Promise<void> {
    const name = newName('made');
    const grant = randomGrant(platform, random);
    const { outcome, value } = await attempt(() =>
      core.call('keys.create', { workspaceId: id, name, environment: 'staging', grant }),
    );
    ledger.created(name, outcome);
    if (!value) return;
    const { keyId, handOverId } = value;
    secrets.push((await core.call('handOver.reveal', { handOverId })).secret);
    await core.call('handOver.finish', { handOverId, unneeded: false });
    await learn(keyId);
  }

  async function change(what: Exclude<Operation, 'create' | 'sync'>, row: KeyRow): Promise<void> {
    const keyId = row.id;
    const { remoteId } = await core.call('inventory.key', { keyId });
    switch (what) {
      case 'rename': {
        const name = newName('renamed');
        const { outcome } = await attempt(() =>
          core.call('keys.rename', { keyId, name, expected: row.name }),
        );
        return ledger.changed(remoteId, { name }, outcome);
      }
      case 'edit scope': {
        const grant = randomGrant(row.grant.platform, random);
        const edit = { keyId, grant, expected: row.grant };
        const { outcome } = await attempt(() => core.call('keys.editGrant', edit));
        return ledger.changed(remoteId, { scopes: scopesOf(grant) }, outcome);
      }
      case 'disable or enable': {
        const disabled = row.status !== 'disabled';
        const { outcome } = await attempt(() => core.call('keys.setDisabled', { keyId, disabled }));
        return ledger.changed(remoteId, { disabled }, outcome);
      }
      case 'protect': {
        const { outcome } = await attempt(() => core.call('keys.protect', { keyId }));
        return ledger.changed(remoteId, { protected: true }, outcome);
      }
      case 'delete': {
        const { outcome } = await attempt(() => core.call('keys.delete', { keyId }));
        return ledger.deleted(remoteId, outcome);
      }
    }
  }

  /** A refusal that is not in the documented form ends the test. */
  async function attempt<Value>(call: () => Promise<Value>): Promise<{ outcome: Outcome; value?: Value }> {
    try {
      return { outcome: 'done', value: await call() };
    } catch (thrown) {
      const error = errorInfoSchema.parse((thrown as { error?: unknown }).error);
      errors.push(error);
      return { outcome: error.hint?.includes('It may have happened') ? 'unclear' : 'refused' };
    }
  }

  /** Writes down what the inventory says of a key. */
  async function learn(keyId: string): Promise<void> {
    const { remoteId, name, disabled, grant, ...key } = await core.call('inventory.key', { keyId });
    ledger.exists(remoteId, { name, disabled, protected: key.protected, scopes: scopesOf(grant) });
  }

  /** All of a workspace's rows, the vanished ones included. */
  async function rowsOf({ id: workspaceId }: Workspace): Promise<KeyRow[]> {
    const rows: KeyRow[] = [];
    for (let total = 1; rows.length < total; ) {
      const query = { ...everyKey, workspaceId };
      const window = await core.call('inventory.rows', { query, offset: rows.length, limit: 200 });
      rows.push(...window.rows);
      total = window.total;
    }
    return rows;
  }

  function newName(verb: string): string {
    serial += 1;
    return `${verb}-${serial}`;
  }

  return { act, learn, rowsOf, secrets, errors };
}

/** Some of these a platform must refuse: scopes without the plan or the pickers for them, a public key with more than inference. */
function randomGrant(platform: Workspace['platform'], random: Random): Grant {
  if (platform === 'workspace-keys') {
    const sets: ('project' | 'inference')[][] = [['project'], ['inference'], ['project', 'inference']];
    return { platform, scopes: random.pick(sets), public: random.chance(0.3) };
  }
  if (platform === 'datature-vi') {
    const access = accesses.filter(() => random.chance(0.5));
    return {
      platform,
      access: access.length === 0 ? accesses : access,
      permission: random.pick(permissions),
    };
  }
  if (random.chance(0.3)) return { platform, scopes: null };
  return { platform, scopes: leaves.filter(() => random.chance(0.4)) };
}

/** Null is full access; of a Datature key, the accesses and the permission. */
export function scopesOf(grant: Grant): string[] | null {
  if (grant.platform === 'datature-vi') return [...grant.access, grant.permission];
  return grant.platform === 'roboflow' ? grant.scopes : [...listedScopes(grant)];
}
