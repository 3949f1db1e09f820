/**
 * Taking a connection off this computer. Nothing is sent to its platform but that a sign-in with the browser is over, and what
 * finds out who has its workspaces now.
 */
import type { Sessions } from '../platforms/sessions.ts';
import { SecretStoreError } from '../secrets/secret-store.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';

type Needs = {
  store: Store;
  sessions: Sessions;
  clock: Clock;
  emit: Emit;
  writes: WritesUnderWay;
};

export type Removal = {
  /**
   * Throws `busy` while a change is on its way in one of its workspaces: its outcome would have no place. A keychain that
   * does not answer holds nothing up: `credentialLeft`, and `clearCredentials` gets it later. Nor does a platform that cannot be
   * told: `stillSignedIn`.
   */
  remove(connectionId: string): Promise<{ credentialLeft: boolean; stillSignedIn: boolean }>;
  /** Deletes the credentials of removed connections that the keychain kept; what it keeps again waits for the next time. */
  clearCredentials(): Promise<void>;
};

export function createRemoval({ store, sessions, clock, emit, writes }: Needs): Removal {
  /** Null where the keychain did not answer. */
  async function clear(connection: {
    id: string;
    embedded: boolean;
  }): Promise<{ stillSignedIn: boolean } | null> {
    try {
      const forgotten = await sessions.forget(connection);
      await store.write.credentialGone(connection.id);
      return forgotten;
    } catch (error) {
      if (error instanceof SecretStoreError) return null;
      throw error;
    }
  }

  return {
    async remove(connectionId) {
      const connection = (await store.read.connections()).find(({ id }) => id === connectionId);
      if (!connection)
        throw new AppError({ code: 'not-found', message: 'This connection is not here any more.' });
      const workspaces = (await store.read.workspaces()).filter((each) => each.connectionId === connectionId);
      const busy = workspaces.find(({ id }) => writes.anyIn(id));
      if (busy) {
        throw new AppError({
          code: 'busy',
          message: `A change in ${busy.name} is on its way to the platform. Nothing was removed.`,
          hint: 'Wait until it is done, then remove the connection.',
        });
      }
      await store.write.removeConnection(connectionId, timestamp(clock));
      const cleared = await clear(connection);
      emit('workspaces.changed', {});
      emit('connections.changed', {});
      emit('inventory.changed', { workspaceIds: workspaces.map(({ id }) => id) });
      emit('quarantine.changed', {});
      return { credentialLeft: cleared === null, stillSignedIn: cleared?.stillSignedIn ?? false };
    },
    async clearCredentials() {
      for (const id of await store.read.credentialsLeft()) {
        if (!(await clear({ id, embedded: false }))) return;
      }
    },
  };
}
