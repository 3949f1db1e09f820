/** What the connections screen shows and changes, beside signing in. */

import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import type { SecretStoreState } from '#shared/ipc/app.ts';
import type { Connection, KeptIn } from '#shared/ipc/connections.ts';
import type { Sessions } from '../platforms/sessions.ts';
import type { OpenedSecretStore } from '../secrets/secret-store.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { AnswerLog } from './answers.ts';
import { readOwnName, sameName } from './own-names.ts';
import { createRemoval, type Removal } from './removal.ts';

export type ConnectionDesk = Removal & {
  list(): Promise<Connection[]>;
  /** Reads the connection's workspaces anew; where it has none, asks who it is. How it went stands in the connection. */
  check(connectionId: string): Promise<void>;
  /** Throws `bad-input` beside the field. */
  rename(connectionId: string, label: string): Promise<void>;
  /** Throws `conflict` for the name of another workspace: acting in the wrong one begins with that. */
  changeWorkspace(
    workspaceId: string,
    change: { displayName?: string; colour?: WorkspaceColour },
  ): Promise<void>;
  moveWorkspace(workspaceId: string, position: number): Promise<void>;
  tryKeychain(): Promise<SecretStoreState>;
};

type Needs = Parameters<typeof createRemoval>[0] & {
  store: Store;
  sessions: Sessions;
  secrets: OpenedSecretStore;
  answers: AnswerLog;
  clock: Clock;
  emit: Emit;
  sync: (workspaceIds: string[]) => Promise<unknown>;
};

export function createConnectionDesk(needs: Needs): ConnectionDesk {
  const { store, sessions, secrets, answers, clock, emit, sync } = needs;
  const removal = createRemoval(needs);

  const workspacesOf = async (connectionId: string) =>
    (await store.read.workspaces()).filter((each) => each.connectionId === connectionId).map(({ id }) => id);

  async function check(connectionId: string): Promise<void> {
    const before = await workspacesOf(connectionId);
    if (before.length === 0) {
      // A refusal is remembered on the connection, where the screen shows it.
      const signedIn = await sessions
        .use(connectionId, (adapter, session) => adapter.signIn(session))
        .catch(() => null);
      if (signedIn) await store.write.updateConnection(connectionId, signedIn, timestamp(clock));
    }
    const workspaceIds = await workspacesOf(connectionId);
    if (workspaceIds.length > 0) await sync(workspaceIds);
    await answers.flush();
    emit('workspaces.changed', {});
    emit('connections.changed', {});
  }

  return {
    ...removal,
    check,
    async list() {
      const facts = new Map((await store.read.connectionFacts()).map((each) => [each.id, each]));
      return (await store.read.connections()).flatMap((row) => {
        const known = facts.get(row.id);
        return known ? [{ ...row, ...known, keptIn: keptIn(row) }] : [];
      });
    },
    async remove(connectionId) {
      const { platform, baseUrl } = (await store.read.connections()).find(
        ({ id }) => id === connectionId,
      ) ?? { platform: null, baseUrl: '' };
      const removed = await removal.remove(connectionId);
      // Another connection to the same host may reach its workspaces as well, and brings them back.
      const others = (await store.read.connections()).filter(
        (each) => each.platform === platform && each.baseUrl === baseUrl,
      );
      for (const { id } of others) void check(id).catch(() => undefined);
      return removed;
    },
    async rename(connectionId, label) {
      await store.write.setConnectionLabel(connectionId, readOwnName(label));
      emit('workspaces.changed', {});
      emit('connections.changed', {});
    },
    async changeWorkspace(workspaceId, { displayName, colour }) {
      const name = displayName === undefined ? undefined : readOwnName(displayName);
      const list = await store.read.workspaces();
      const taken = list.find((each) => each.id !== workspaceId && name && sameName(each.name, name));
      if (taken) {
        throw new AppError({
          code: 'conflict',
          field: 'name',
          message: `Another workspace is called ${taken.name} already.`,
          hint: 'Choose a name that cannot be mistaken for it.',
        });
      }
      await store.write.changeWorkspace(workspaceId, {
        ...(name !== undefined && { displayName: name }),
        ...(colour !== undefined && { colour }),
      });
      emit('workspaces.changed', {});
      emit('inventory.changed', { workspaceIds: [workspaceId] });
    },
    async moveWorkspace(workspaceId, position) {
      await store.write.moveWorkspace(workspaceId, position);
      emit('workspaces.changed', {});
    },
    async tryKeychain() {
      const state = await secrets.recheck();
      emit('connections.changed', {});
      if (state.state !== 'available') return state;
      // The change of state starts a reading by itself, but a state can be as it was while a connection lost its way.
      const lost = (await store.read.connections()).filter((each) => each.problem?.code === 'keychain');
      for (const { id } of lost) void check(id).catch(() => undefined);
      return state;
    },
  };

  function keptIn(row: { id: string; embedded: boolean; problem: Connection['problem'] }): KeptIn {
    if (row.embedded) return 'sandbox';
    if (secrets.holds(row.id)) return 'session';
    const { driver, state } = secrets.state();
    const memoryIsAll = driver === 'memory' && (state === 'available' || state === 'absent');
    return memoryIsAll || row.problem?.code === 'sign-in-needed' ? 'nowhere' : 'keychain';
  }
}
