/** Puts the services together. No Electron here: what the system gives comes in as ports, so tests compose the same way. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { annotateKey } from './annotations/annotate.ts';
import { annotationHandlers } from './annotations/ipc.ts';
import type { AnnotationNeeds } from './annotations/needs.ts';
import { createSharing } from './annotations/share.ts';
import { appHandlers } from './app/ipc.ts';
import { bulkHandlers } from './bulk/ipc.ts';
import type { BulkActions, Quietly } from './bulk/needs.ts';
import { createBulkService } from './bulk/service.ts';
import { changeHandlers } from './changes/ipc.ts';
import { createVisits } from './changes/visits.ts';
import { createAnswerLog } from './connections/answers.ts';
import { createConnectionDesk } from './connections/desk.ts';
import { connectionHandlers } from './connections/ipc.ts';
import { createConnectionService } from './connections/service.ts';
import type { SandboxLauncher } from './explore/launcher.ts';
import { createExploreService } from './explore/service.ts';
import { folderHandlers } from './folders/ipc.ts';
import { createFolderService } from './folders/service.ts';
import { ghostKeyHandlers } from './ghost-keys/ipc.ts';
import { createGhostKeyService } from './ghost-keys/service.ts';
import { handOverHandlers } from './hand-over/ipc.ts';
import { inventoryHandlers } from './inventory/ipc.ts';
import { disable, editGrant, readKey, setDisabled } from './keys/change.ts';
import { deleteKey, isGone } from './keys/delete.ts';
import { keyHandlers } from './keys/ipc.ts';
import { shareAnnotations } from './keys/metadata.ts';
import type { KeyNeeds } from './keys/needs.ts';
import { restoreOwed } from './keys/restore-metadata.ts';
import { settleOpen } from './keys/settle-open.ts';
import { lensHandlers } from './lens/ipc.ts';
import { createClockSkews } from './platforms/clock-skews.ts';
import { createPlatforms, systemPorts } from './platforms/index.ts';
import type { PlatformPorts } from './platforms/ports.ts';
import { createSessions } from './platforms/sessions.ts';
import { publishableKeyHandlers } from './publishable-key/ipc.ts';
import { quarantineHandlers } from './quarantine/ipc.ts';
import type { QuarantineNeeds } from './quarantine/needs.ts';
import { quarantineKey } from './quarantine/put.ts';
import { createQuarantineSchedule } from './quarantine/schedule.ts';
import { savedSearchHandlers } from './saved-searches/ipc.ts';
import { createSavedSearches } from './saved-searches/service.ts';
import { createClipboardGuard, type HelperProcess } from './secrets/clipboard-guard.ts';
import type { ClipboardPort } from './secrets/clipboard-timer.ts';
import { createFingerprints } from './secrets/fingerprints.ts';
import { HandOvers } from './secrets/hand-over.ts';
import { openSecretStore } from './secrets/open-secret-store.ts';
import type { SaveDialog } from './secrets/save-to-file.ts';
import type { OpenedSecretStore } from './secrets/secret-store.ts';
import { systemTimer, type Timer } from './secrets/timer.ts';
import { selectionHandlers } from './selection/ipc.ts';
import { settingsHandlers } from './settings/ipc.ts';
import { createSettings } from './settings/service.ts';
import { openStore, type StoreOptions } from './store/client.ts';
import { summaryHandlers } from './summary/ipc.ts';
import { syncHandlers } from './sync/ipc.ts';
import { createSyncSchedule, type SyncSchedule } from './sync/schedule.ts';
import { createSyncService } from './sync/service.ts';
import { toErrorInfo } from './system/error-info.ts';
import type { ServiceHandlers } from './system/handlers.ts';
import type { Log } from './system/log.ts';
import { type Clock, type Emit, systemClock } from './system/ports.ts';
import { createWritesUnderWay } from './system/writes-under-way.ts';

export type SystemPorts = {
  version: string;
  /** Where everything that lasts is kept. */
  userData: string;
  storeWorker: URL;
  /** How the store is opened and who hears of its troubles; without it, as at any start. */
  storeOptions?: Pick<StoreOptions, 'alwaysCheck' | 'onRefused' | 'onStored'>;
  log: Log;
  clipboard: ClipboardPort;
  /** A process that runs `watchClipboard`. */
  spawnClipboardHelper: () => HelperProcess;
  /** Milliseconds that a copied secret may stay; 30,000 where left out. */
  clipboardClearsAfter?: number;
  /** How the keychain is opened; in the system's own way where left out. */
  openSecrets?: () => Promise<OpenedSecretStore>;
  askWhereToSave: SaveDialog;
  setContentProtection: (on: boolean) => void;
  openLink: (address: string) => Promise<void>;
  sandbox: SandboxLauncher;
  emit: Emit;
  clock?: Clock;
  /** How later is waited for where days are counted; the system's own way where left out. */
  timer?: Pick<Timer, 'after'>;
  /** How requests are timed and repeats waited for; the system's own ways where left out. */
  platformPorts?: Partial<Omit<PlatformPorts, 'version'>>;
};

export type Services = {
  handlers: ServiceHandlers;
  schedule: SyncSchedule;
  /** The window came to the front. */
  onFocus(): void;
  /** The first reads. An explored sandbox gets its server back before; `explore` opens it in any case. */
  begin(explore: boolean): void;
  /** The screen was locked or the computer goes to sleep: our secret leaves the clipboard at once. */
  onLock(): Promise<void>;
  /** Ends hand-overs, clears our secret off the clipboard, closes the store. */
  close(): Promise<void>;
  /** True while the keychain waits for a person: its thread would hold up a normal exit for as long. */
  hangsAtExit(): boolean;
};

/** Milliseconds until a workspace is read again that too many writes were sent to. */
const busyPause = 2_000;

export const storeFile = (userData: string) => join(userData, 'latchkey.db');

/** Opens the store and the keychain, then builds every service. Throws `StoreError` when the store cannot be opened. */
export async function startServices(ports: SystemPorts): Promise<Services> {
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
  const sessions = createSessions({ store, secrets, platforms, clock, emit, onCredential });
  const handOvers = new HandOvers({
    clipboard: ports.clipboard,
    clipboardGuard: createClipboardGuard(ports.spawnClipboardHelper, systemTimer),
    ...(ports.clipboardClearsAfter !== undefined && { clipboardClearsAfter: ports.clipboardClearsAfter }),
    askWhereToSave: ports.askWhereToSave,
    setContentProtection: ports.setContentProtection,
    blackOut: log.blackOut,
    onClipboard: (event) => emit('handOver.clipboard', event),
  });
  const writes = createWritesUnderWay();
  const sync = createSyncService({
    writes,
    store,
    sessions,
    clock,
    emit,
    async settle(...settling) {
      await settleOpen({ store, clock }, ...settling);
      if (settling[1].length > 0) await bulk.afterSettling();
    },
    ahead: clocks.ahead,
    onUnexpected: (error) => toErrorInfo(error, (unknown) => log.report(unknown)),
    // One after the other: both write metadata, which the platform replaces as a whole.
    afterRead: (workspaceId) =>
      void restoreOwed(keyNeeds, workspaceId)
        .then(() => sharing.workspace(workspaceId, false))
        .then(() => folders.lookUp(workspaceId))
        .catch(log.report),
    readAgain: (workspaceId) => void systemTimer.after(busyPause, () => syncSoon([workspaceId])),
  });
  secrets.onChange((state) => {
    emit('app.secretStoreChanged', state);
    // A keychain that was unlocked late brings the sign-ins back that the first sync could not find.
    if (state.state !== 'available') return;
    void sync.run(null).catch(log.report);
    void desk.clearCredentials().catch(log.report);
  });
  const syncSoon = (workspaceIds: string[]) => void sync.run(workspaceIds).catch(log.report);
  const connections = createConnectionService({ store, platforms, sessions, clock, newId: randomUUID, emit });
  const desk = createConnectionDesk({
    store,
    sessions,
    secrets,
    answers,
    clock,
    emit,
    writes,
    sync: (workspaceIds) => sync.run(workspaceIds),
  });
  const folders = createFolderService({ store, sessions, clock, emit });
  const explore = createExploreService(store, connections, ports.sandbox);
  const schedule = createSyncSchedule(sync, clock, log.report);
  const visits = createVisits({ store, clock, emit });
  const keyNeeds: KeyNeeds = {
    store,
    sessions,
    handOvers,
    fingerprints,
    clock,
    newId: randomUUID,
    emit,
    lookSoon: (workspaceId) => syncSoon([workspaceId]),
    writes,
    annotated: (keyId) => void sharing.key(keyId).catch(log.report),
    report: log.report,
  };
  const annotationNeeds: AnnotationNeeds = {
    store,
    clock,
    emit,
    shareAnnotations: (keyId, merge) => shareAnnotations(keyNeeds, keyId, merge),
    describe: (error) => toErrorInfo(error, log.report),
    report: log.report,
  };
  const sharing = createSharing(annotationNeeds);
  const ghosts = createGhostKeyService({
    store,
    clock,
    emit,
    writes,
    deleteKey: (keyId) => deleteKey(keyNeeds, keyId),
    annotated: keyNeeds.annotated,
  });
  const quarantineNeeds: QuarantineNeeds = {
    store,
    clock,
    newId: randomUUID,
    emit,
    keys: {
      read: (keyId) => readKey(keyNeeds, keyId),
      disable: (keyId, term) => disable(keyNeeds, keyId, term),
      enable: (keyId) => setDisabled(keyNeeds, keyId, false),
      delete: (keyId, planned) => deleteKey(keyNeeds, keyId, planned),
    },
    readWorkspace: (workspaceId) => sync.run([workspaceId]),
    leastAhead: clocks.leastAhead,
    describe: (error) => toErrorInfo(error, log.report),
    isBeingChanged: writes.onKey,
    deleting: new Set(),
  };
  const bulkActions = (quietly: Quietly): BulkActions => {
    const keys: KeyNeeds = { ...keyNeeds, ...quietly };
    const annotating = { ...annotationNeeds, emit: quietly.emit, sharing };
    const quarantining: QuarantineNeeds = {
      ...quarantineNeeds,
      emit: quietly.emit,
      keys: { ...quarantineNeeds.keys, disable: (keyId, term) => disable(keys, keyId, term) },
    };
    return {
      read: (keyId) => readKey(keys, keyId),
      isGone: (keyId) => isGone(keys, keyId),
      setDisabled: (keyId, disabled) => setDisabled(keys, keyId, disabled),
      quarantine: (keyId, plan) => quarantineKey(quarantining, keyId, plan),
      deleteKey: (keyId) => deleteKey(keys, keyId),
      editGrant: (keyId, grant, expected) => editGrant(keys, keyId, grant, expected),
      annotate: (keyId, patch) => annotateKey(annotating, keyId, patch),
    };
  };
  const bulk = createBulkService({
    store,
    clock,
    newId: randomUUID,
    emit,
    sleep: ports.platformPorts?.sleep ?? systemPorts.sleep,
    random: ports.platformPorts?.random ?? systemPorts.random,
    actions: bulkActions,
    lookAt: (workspaceIds) => sync.run(workspaceIds),
    explain: (error) => toErrorInfo(error, log.report),
  });
  await bulk.recover();
  const quarantine = createQuarantineSchedule(quarantineNeeds, ports.timer ?? systemTimer, log.report);

  return {
    handlers: {
      ...appHandlers({ version, secrets, openLink: ports.openLink, explore, afterSignIn: syncSoon }),
      ...connectionHandlers(connections, desk, store, syncSoon),
      ...inventoryHandlers(store),
      ...lensHandlers(store),
      ...summaryHandlers(store),
      ...savedSearchHandlers(createSavedSearches({ store, clock, newId: randomUUID, emit })),
      ...keyHandlers(keyNeeds),
      ...bulkHandlers(bulk, store),
      ...annotationHandlers({ ...annotationNeeds, sharing }),
      ...ghostKeyHandlers(ghosts),
      ...folderHandlers(folders),
      ...publishableKeyHandlers(store, sessions),
      ...quarantineHandlers(quarantineNeeds),
      ...handOverHandlers(handOvers),
      ...syncHandlers(sync, clocks),
      ...changeHandlers(store, visits),
      ...selectionHandlers(store),
      ...settingsHandlers(createSettings(store)),
    },
    schedule,
    onFocus() {
      schedule.onFocus();
      void visits.arrive().catch(log.report);
    },
    begin(exploreNow) {
      void visits.arrive().catch(log.report);
      const opening = exploreNow ? explore.explore() : explore.resume();
      // Without its sandbox the cached inventory still works: its workspaces then say that they are offline.
      void opening.catch(log.report).then(() => {
        schedule.start();
        quarantine.start();
      });
      // Of connections that were removed while the keychain was locked, or just before the power went.
      void desk.clearCredentials().catch(log.report);
    },
    onLock: () => handOvers.clearClipboard().catch((error: unknown) => void log.report(error)),
    async close() {
      schedule.stop();
      await bulk.interrupt();
      // Told first, so that it begins nothing more; what it reads ends with the sync.
      const quarantineEnded = quarantine.stop();
      await sync.close();
      await quarantineEnded;
      await sharing.stop();
      await answers.close();
      await handOvers.finishAll();
      await fingerprints.settled();
      await store.close();
    },
    hangsAtExit: () => secrets.waitsForPerson(),
  };
}
