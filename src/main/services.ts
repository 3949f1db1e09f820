/** Puts the services together. No Electron here: what the system gives comes in as ports, so tests compose the same way. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { annotationHandlers } from './annotations/ipc.ts';
import type { AnnotationNeeds } from './annotations/needs.ts';
import { createSharing } from './annotations/share.ts';
import { appHandlers } from './app/ipc.ts';
import { boardHandlers } from './board/ipc.ts';
import { bulkHandlers } from './bulk/ipc.ts';
import { createBulkService } from './bulk/service.ts';
import { bulkActions } from './bulk-actions.ts';
import { calendarExportHandlers } from './calendar-export/ipc.ts';
import { changeHandlers } from './changes/ipc.ts';
import { createVisits } from './changes/visits.ts';
import { cliImportHandlers } from './cli-import/ipc.ts';
import { cliConfigFile } from './cli-import/place.ts';
import { createCliImport } from './cli-import/service.ts';
import { createBrowserSignIns } from './connections/browser.ts';
import { createConnectionDesk } from './connections/desk.ts';
import { connectionHandlers } from './connections/ipc.ts';
import { createConnectionService } from './connections/service.ts';
import { createExploreService } from './explore/service.ts';
import { folderHandlers } from './folders/ipc.ts';
import { createFolderService } from './folders/service.ts';
import { layFoundation } from './foundation.ts';
import { ghostKeyHandlers } from './ghost-keys/ipc.ts';
import { createGhostKeyService } from './ghost-keys/service.ts';
import { handOverHandlers } from './hand-over/ipc.ts';
import { incidentHandlers } from './incidents/ipc.ts';
import { createIncidentService } from './incidents/service.ts';
import { inventoryHandlers } from './inventory/ipc.ts';
import { deleteKey } from './keys/delete.ts';
import { keyHandlers } from './keys/ipc.ts';
import { shareAnnotations } from './keys/metadata.ts';
import type { KeyNeeds } from './keys/needs.ts';
import { restoreOwed } from './keys/restore-metadata.ts';
import { settleOpen } from './keys/settle-open.ts';
import { lensHandlers } from './lens/ipc.ts';
import { levellingHandlers } from './levelling/ipc.ts';
import { observationHandlers } from './observations/ipc.ts';
import { systemPorts } from './platforms/index.ts';
import { policyHandlers } from './policies/ipc.ts';
import type { SystemPorts } from './ports.ts';
import { publishableKeyHandlers } from './publishable-key/ipc.ts';
import { quarantineHandlers } from './quarantine/ipc.ts';
import { createQuarantineSchedule } from './quarantine/schedule.ts';
import { wireQuarantineAndRuns } from './quarantine-and-runs.ts';
import { reminderHandlers } from './reminders/ipc.ts';
import { createReminders } from './reminders/service.ts';
import { runHandlers } from './runs/ipc.ts';
import { savedSearchHandlers } from './saved-searches/ipc.ts';
import { createSavedSearches } from './saved-searches/service.ts';
import { systemTimer } from './secrets/timer.ts';
import { selectionHandlers } from './selection/ipc.ts';
import { settingsHandlers } from './settings/ipc.ts';
import { createSettings } from './settings/service.ts';
import { summaryHandlers } from './summary/ipc.ts';
import { syncHandlers } from './sync/ipc.ts';
import { createSyncSchedule, type SyncSchedule } from './sync/schedule.ts';
import { createSyncService } from './sync/service.ts';
import { toErrorInfo } from './system/error-info.ts';
import type { ServiceHandlers } from './system/handlers.ts';
import type { Emit } from './system/ports.ts';
import { createWritesUnderWay } from './system/writes-under-way.ts';

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

/** Opens the store and the keychain, then builds every service. Throws `StoreError` when the store cannot be opened. */
export async function startServices(ports: SystemPorts): Promise<Services> {
  const { version, log } = ports;
  const { clock, store, secrets, fingerprints, answers, clocks, platforms, signIns, sessions, handOvers } =
    await layFoundation(ports);
  const emit: Emit = (name, payload) => {
    ports.emit(name, payload);
    if (name === 'inventory.changed' && 'workspaceIds' in payload)
      void runs.notice(payload.workspaceIds).catch(log.report);
    if (name === 'quarantine.changed') void runs.notice([null]).catch(log.report);
    reminders.heard(name);
  };
  const reminders = createReminders({
    store,
    clock,
    timer: ports.reminderTimer ?? systemTimer,
    port: ports.reminders,
    emit,
    isSyncing: () => sync.status().running,
    report: log.report,
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
    afterRead: (workspaceId) => {
      void restoreOwed(keyNeeds, workspaceId)
        .then(() => sharing.workspace(workspaceId, false))
        .then(() => folders.lookUp(workspaceId))
        .catch(log.report);
      void runs.afterRead(workspaceId).catch(log.report);
    },
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
  const browser = createBrowserSignIns({
    client: signIns,
    open: ports.openSignIn,
    copy: (text) => ports.clipboard.writeText(text, { sensitive: true }),
    emit,
    clock,
    limit: ports.platformPorts?.answerLimit,
  });
  const connections = createConnectionService({
    store,
    platforms,
    browser,
    sessions,
    clock,
    newId: randomUUID,
    emit,
  });
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
  const home = homedir();
  const cliImport = createCliImport({
    store,
    secrets,
    connections,
    askWhichFile: ports.askWhichFile,
    afterSignIn: syncSoon,
    standardFile: ports.cliConfigFile ?? cliConfigFile({ system: process.platform, home, env: process.env }),
    home,
  });
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
  const { quarantineNeeds, runs } = wireQuarantineAndRuns(keyNeeds, {
    look: (workspaceId) => sync.run([workspaceId]),
    ahead: clocks.ahead,
    leastAhead: clocks.leastAhead,
    describe: (error) => toErrorInfo(error, log.report),
  });
  const bulk = createBulkService({
    store,
    clock,
    newId: randomUUID,
    emit,
    sleep: ports.platformPorts?.sleep ?? systemPorts.sleep,
    random: ports.platformPorts?.random ?? systemPorts.random,
    actions: (quietly) =>
      bulkActions(
        { keys: keyNeeds, annotations: { ...annotationNeeds, sharing }, quarantine: quarantineNeeds },
        quietly,
      ),
    lookAt: (workspaceIds) => sync.run(workspaceIds),
    explain: (error) => toErrorInfo(error, log.report),
  });
  await bulk.recover();
  await runs.resume();
  const quarantine = createQuarantineSchedule(quarantineNeeds, ports.timer ?? systemTimer, log.report);

  return {
    handlers: {
      ...appHandlers({ version, secrets, openLink: ports.openLink, explore, afterSignIn: syncSoon }),
      ...connectionHandlers(connections, browser, desk, store, syncSoon),
      ...cliImportHandlers(cliImport),
      ...inventoryHandlers(store),
      ...lensHandlers(store),
      ...boardHandlers(store),
      ...observationHandlers(store),
      ...summaryHandlers(store),
      ...savedSearchHandlers(createSavedSearches({ store, clock, newId: randomUUID, emit })),
      ...keyHandlers(keyNeeds),
      ...bulkHandlers(bulk, store),
      ...annotationHandlers({ ...annotationNeeds, sharing }),
      ...ghostKeyHandlers(ghosts),
      ...folderHandlers(folders),
      ...publishableKeyHandlers(store, sessions),
      ...policyHandlers({ store, clock, emit }),
      ...quarantineHandlers(quarantineNeeds),
      ...runHandlers(runs),
      ...incidentHandlers(
        createIncidentService({ store, clock, emit, runs, askWhereToSave: ports.askWhereToSave }),
      ),
      ...calendarExportHandlers({ store, clock, askWhereToSave: ports.askWhereToSave }),
      ...levellingHandlers(store, clock),
      ...reminderHandlers(store, emit),
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
        reminders.start();
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
      const remindersEnded = reminders.stop();
      await sync.close();
      await quarantineEnded;
      await runs.stop();
      await remindersEnded;
      await sharing.stop();
      await answers.close();
      await handOvers.finishAll();
      await fingerprints.settled();
      await store.close();
    },
    hangsAtExit: () => secrets.waitsForPerson(),
  };
}
