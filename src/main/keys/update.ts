/** One update of one key at its platform, and what is known of it afterwards: what every kind of change goes through. */
import type { KeyActivity, KeyDetail } from '#shared/domain/key.ts';
import type { KeyChange, PlatformAdapter, RemoteKey, Session } from '../platforms/platform.ts';
import { PlatformError } from '../platforms/platform-error.ts';
import type { KeyAddress } from '../store/api/keys.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { followDisabled } from './follow-disabled.ts';
import { inRightWorkspace } from './guard.ts';
import { announce, type KeyNeeds } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected, QuarantineTerm } from './settle.ts';

/** `id`: under which the write is written down; a new one where left out. */
export type Words = { action: KeyActivity['action']; detail: string; id?: string };

export function guardedUpdate(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
  quarantine?: QuarantineTerm,
): Promise<KeyDetail> {
  return inRightWorkspace(needs, address, (adapter, session) =>
    send(needs, address, words, change, quarantine, (write) => write(adapter, session)),
  );
}

export function update(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
): Promise<KeyDetail> {
  return send(needs, address, words, change, undefined, (write) =>
    needs.sessions.use(address.connectionId, (adapter, session) => write(adapter, session)),
  );
}

/** Against a key that somebody changes again and again. */
const mostTries = 3;

/**
 * The same, with a look at the key right before the request. `isDue` gets the key as it is and answers whether anything has
 * to be sent, or throws. Where the platform can tell that somebody was faster than the request, it is looked at again.
 */
export function updateAfterLook(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
  isDue: (now: RemoteKey) => Promise<boolean>,
): Promise<KeyDetail> {
  return send(needs, address, words, change, undefined, (write) =>
    needs.sessions.use(address.connectionId, (adapter, session) =>
      unlessOvertaken(async () => {
        const now = await adapter.getKey(session, address.workspaceSlug, address.remoteId);
        return (await isDue(now)) ? write(adapter, session, now.version) : now;
      }),
    ),
  );
}

/** Tries again where the platform refused a change because the key is not the version that was read. */
export async function unlessOvertaken<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const isOvertaken = error instanceof PlatformError && error.code === 'stale';
      if (!isOvertaken || tries === mostTries) throw error;
    }
  }
}

export function look({ sessions }: KeyNeeds, address: KeyAddress): Promise<RemoteKey> {
  return sessions.use(address.connectionId, (adapter, session) =>
    adapter.getKey(session, address.workspaceSlug, address.remoteId),
  );
}

type Write = (adapter: PlatformAdapter, session: Session, version?: string) => Promise<RemoteKey>;

/** `through` opens the session the write is sent with, after its intent was stored. */
async function send(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
  quarantine: QuarantineTerm | undefined,
  through: (write: Write) => Promise<RemoteKey>,
): Promise<KeyDetail> {
  const { keyId, remoteId, workspaceId, workspaceSlug } = address;
  const { version: _read, ...values } = change;
  const expected: Expected = { remoteId, ...values, ...(quarantine && { quarantine }) };
  await remoteWrite(
    needs,
    { id: needs.newId(), workspaceId, keyId, expected, ...words },
    () =>
      through((adapter, session, version = change.version) =>
        adapter.updateKey(session, workspaceSlug, remoteId, {
          ...values,
          ...(version !== undefined && { version }),
        }),
      ),
    async (key) => {
      const kept = await needs.store.write.upsertKey(workspaceId, key, timestamp(needs.clock));
      await followDisabled(needs.store, kept, expected);
      return { keyId: kept };
    },
  );
  announce(needs.emit, workspaceId);
  return detailOf(needs, keyId);
}

/** Takes over what the platform says about a key without having changed it. */
export async function keep(needs: KeyNeeds, address: KeyAddress, key: RemoteKey): Promise<KeyDetail> {
  await needs.store.write.upsertKey(address.workspaceId, key, timestamp(needs.clock));
  announce(needs.emit, address.workspaceId);
  return detailOf(needs, address.keyId);
}

export async function detailOf({ store }: KeyNeeds, keyId: string): Promise<KeyDetail> {
  const detail = await store.read.keyDetail(keyId);
  if (!detail)
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  return detail;
}
