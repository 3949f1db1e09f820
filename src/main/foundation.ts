/** What is made of the ports alone, before the features are wired: the store, the keychain, the platforms and the hand-overs. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createAnswerLog } from './connections/answers.ts';
import { createClockSkews } from './platforms/clock-skews.ts';
import { createPlatforms } from './platforms/index.ts';
import { createAccessTokens } from './platforms/oauth/access-tokens.ts';
import { createOAuthClient } from './platforms/oauth/client.ts';
import { createSessions } from './platforms/sessions.ts';
import type { SystemPorts } from './ports.ts';
import { createClipboardGuard } from './secrets/clipboard-guard.ts';
import { createFingerprints } from './secrets/fingerprints.ts';
import { HandOvers } from './secrets/hand-over.ts';
import { openSecretStore } from './secrets/open-secret-store.ts';
import { systemTimer } from './secrets/timer.ts';
import { openStore } from './store/client.ts';
import { systemClock } from './system/ports.ts';

export const storeFile = (userData: string) => join(userData, 'latchkey.db');

/** Opens the store and the keychain, and makes what the services share. Throws `StoreError` when the store cannot be opened. */
export async function layFoundation(ports: SystemPorts) {
  const { log, emit, clock = systemClock, version } = ports;
  const store = await openStore({
    ...ports.storeOptions,
    file: storeFile(ports.userData),
    workerUrl: ports.storeWorker,
    onSlow: (shape, milliseconds) => log.warn('slow statement', { shape, milliseconds }),
  });
  // Secrets that waited to be handed over when the last run ended are gone with its memory.
  await store.write.askAboutHeld();
  const secrets = await (ports.openSecrets ?? openSecretStore)();
  const fingerprints = createFingerprints({
    shelf: {
      account: store.read.fingerprintAccount,
      addAccount: store.write.addFingerprintAccount,
      add: store.write.addFingerprint,
      keyOf: store.read.fingerprintedKey,
    },
    secrets,
    timer: systemTimer,
    clock,
    newId: randomUUID,
    report: log.report,
  });

  const answers = createAnswerLog({ store, clock, emit, report: log.report });
  const clocks = createClockSkews((all) => emit('sync.clocks', all));
  const platforms = createPlatforms({
    onAnswer: answers.heard,
    onClockSkew: clocks.heard,
    clock,
    ...ports.platformPorts,
    version,
  });
  const onCredential = (credential: string) => void log.blackOut(credential);
  const signIns = createOAuthClient({ clock, ...ports.platformPorts, version, onSecret: onCredential });
  const tokens = createAccessTokens({ client: signIns, secrets, clock });
  const sessions = createSessions({ store, secrets, platforms, tokens, clock, emit, onCredential });
  const handOvers = new HandOvers({
    clipboard: ports.clipboard,
    clipboardGuard: createClipboardGuard(ports.spawnClipboardHelper, systemTimer),
    ...(ports.clipboardClearsAfter !== undefined && { clipboardClearsAfter: ports.clipboardClearsAfter }),
    askWhereToSave: ports.askWhereToSave,
    setContentProtection: ports.setContentProtection,
    blackOut: log.blackOut,
    onClipboard: (event) => emit('handOver.clipboard', event),
  });
  return { clock, store, secrets, fingerprints, answers, clocks, platforms, signIns, sessions, handOvers };
}
