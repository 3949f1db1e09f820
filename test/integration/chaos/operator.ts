/** Does what operators do, in an order that a seed decides, and writes every outcome into the ledger. */
import { everythingInDatatureVi } from '#shared/domain/datature-vi-access.ts';
import { type ErrorInfo, errorInfoSchema } from '#shared/domain/errors.ts';
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { type Random, seededRandom } from '../../../src/sandbox/core/random.ts';
import { type Core, everyKey } from '../main/desk.ts';
import type { Ledger, Outcome } from './ledger.ts';
import type { Told } from './shares.ts';

const leaves = ['image:create', 'image:read', 'image:tag', 'model:infer', 'project:read', 'version:read'];

const accesses = ['dataset', 'training', 'deployment'];
const permissions = ['full', 'read-only', 'labeler-only', 'restricted'];

/** `needs`: what a platform has to be able to do for it; elsewhere nothing would even be sent. */
const operations = [
  { what: 'create', weight: 22 },
  { what: 'rename', weight: 18 },
  { what: 'edit scope', weight: 18 },
  { what: 'disable or enable', weight: 16, needs: 'disable' },
  { what: 'protect', weight: 3, needs: 'protect' },
  { what: 'roll', weight: 8, needs: 'roll' },
  { what: 'delete', weight: 18 },
  { what: 'sync', weight: 5 },
] as const;

type Operation = (typeof operations)[number]['what'];

export function operatorOf(core: Core, ledger: Ledger, workspaces: readonly Workspace[], seed: string) {
  const random = seededRandom(`operator ${seed}`);
  const secrets: string[] = [];
  const errors: ErrorInfo[] = [];
  const told: Told[] = [];
  let serial = 0;

  async function act(): Promise<Operation> {
    const workspace = random.pick(workspaces);
    const { capabilities } = platforms[workspace.platform];
    const possible = operations.filter((each) => !('needs' in each) || capabilities[each.needs] === true);
    const { what } = random.weighted(possible);
    if (what === 'sync') await core.call('sync.now', { workspaceId: random.pick([workspace.id, null]) });
    else if (what === 'create') await create(workspace);
    else {
      const rows = await rowsOf(workspace);
      // A key that is gone is asked for now and then, as by somebody who has not looked for a while.
      const listed = rows.filter(({ status }) => status !== 'vanished' || random.chance(0.1));
      if (listed.length > 0) await change(what, random.pick(listed));
    }
    return what;
  }

  async function create({ id, platform, keyPermissions }: Workspace): Promise<void> {
    const name = newName('made');
    const full = keyPermissions === false && random.chance(0.7);
    const grant = full ? everythingInDatatureVi : randomGrant(platform, random);
    const { outcome, value } = await attempt(platform, () =>
      core.call('keys.create', { workspaceId: id, name, environment: 'staging', grant }),
    );
    ledger.created(name, outcome);
    if (!value) return;
    await takeSecret(value);
  }

  async function takeSecret({ keyId, handOverId }: { keyId: string; handOverId: string }): Promise<void> {
    secrets.push((await core.call('handOver.reveal', { handOverId })).secret);
    await core.call('handOver.finish', { handOverId, unneeded: false });
    await learn(keyId);
  }

  async function change(what: Exclude<Operation, 'create' | 'sync'>, row: KeyRow): Promise<void> {
    const keyId = row.id;
    const { remoteId } = await core.call('inventory.key', { keyId });
    const { platform } = row.grant;
    switch (what) {
      case 'rename': {
        const name = newName('renamed');
        const { outcome } = await attempt(platform, () =>
          core.call('keys.rename', { keyId, name, expected: row.name }),
        );
        return ledger.changed(remoteId, { name }, outcome);
      }
      case 'edit scope': {
        const grant = randomGrant(platform, random);
        const edit = { keyId, grant, expected: row.grant };
        const { outcome } = await attempt(platform, () => core.call('keys.editGrant', edit));
        return ledger.changed(remoteId, { scopes: scopesOf(grant) }, outcome);
      }
      case 'disable or enable': {
        const disabled = row.status !== 'disabled';
        const { outcome } = await attempt(platform, () => core.call('keys.setDisabled', { keyId, disabled }));
        return ledger.changed(remoteId, { disabled }, outcome);
      }
      case 'protect': {
        const { outcome } = await attempt(platform, () => core.call('keys.protect', { keyId }));
        return ledger.changed(remoteId, { protected: true }, outcome);
      }
      case 'roll': {
        const { outcome, value } = await attempt(platform, () => core.call('keys.roll', { keyId }));
        // The old one ends as if it had been deleted.
        ledger.deleted(remoteId, outcome);
        if (value) await takeSecret(value);
        return;
      }
      case 'delete': {
        const { outcome } = await attempt(platform, () => core.call('keys.delete', { keyId }));
        return ledger.deleted(remoteId, outcome);
      }
    }
  }

  /** A refusal that is not in the documented form ends the test. */
  async function attempt<Value>(
    platform: PlatformId,
    call: () => Promise<Value>,
  ): Promise<{ outcome: Outcome; value?: Value }> {
    try {
      const value = await call();
      told.push({ platform, outcome: 'done', code: null });
      return { outcome: 'done', value };
    } catch (thrown) {
      const error = errorInfoSchema.parse((thrown as { error?: unknown }).error);
      errors.push(error);
      const outcome = error.hint?.includes('It may have happened') ? 'unclear' : 'refused';
      told.push({ platform, outcome, code: error.code });
      return { outcome };
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

  return { act, learn, rowsOf, secrets, errors, told };
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
