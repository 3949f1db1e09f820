/** The store as the services see it: promises over a worker thread. */
import type { Reads, Writes } from './api.ts';
import type { Operations } from './operations.ts';
import type { OperationName } from './protocol.ts';
import { createThread } from './thread.ts';

type Promisified<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...input: infer Input) => infer Output
    ? (...input: Input) => Promise<Output>
    : never;
};

export type Store = {
  readonly read: Promisified<Reads>;
  readonly write: Promisified<Writes>;
  /** Waits for the calls under way, folds the log into the file and ends the thread. Later calls are refused. */
  close(): Promise<void>;
};

export type StoreOptions = {
  /** The database file; it and its folder are made where they are missing. */
  file: string;
  /** The worker's module: the built `store-worker.js`, or `worker.ts` itself where Node runs TypeScript. */
  workerUrl: URL;
  /** Statements longer than this many milliseconds are reported; 50 where not given. */
  slowAfter?: number;
  /** Reads the whole file for damage while opening; otherwise only after an unclean end. */
  alwaysCheck?: boolean;
  /** Hears of every call that the store refused, once it is open. */
  onRefused?: (error: unknown) => void;
  /** Hears that a write was stored: what kept the one before from it is over. */
  onStored?: () => void;
  /** Gets a slow statement with its placeholders, never with a value. */
  onSlow?: (shape: string, milliseconds: number) => void;
};

/**
 * Opens the store. Rejects with `StoreError` `newer`, `corrupt`, `foreign`, `unwritable`, `full`, `read-only` or
 * `busy`, and leaves the file as it was. Every call may reject with a `StoreError`; `worker-lost` means that the thread ended before it answered; the
 * next call gets another.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const thread = createThread({
    workerUrl: options.workerUrl,
    settings: {
      task: 'serve',
      file: options.file,
      alwaysCheck: options.alwaysCheck ?? false,
      slowAfter: options.slowAfter ?? 50,
    },
    onSlow: options.onSlow ?? (() => undefined),
  });
  await thread.opened();

  function call<Name extends OperationName>(name: Name): Promisified<Operations>[Name] {
    const ask = (...input: unknown[]) => {
      const answer = thread.call(name, input);
      answer.catch((error: unknown) => options.onRefused?.(error));
      return answer;
    };
    return ask as Promisified<Operations>[Name];
  }

  function write<Name extends OperationName>(name: Name): Promisified<Operations>[Name] {
    const ask = call(name) as (...input: unknown[]) => Promise<unknown>;
    const stored = async (...input: unknown[]) => {
      const value = await ask(...input);
      options.onStored?.();
      return value;
    };
    return stored as Promisified<Operations>[Name];
  }

  return {
    read: {
      bulkJob: call('bulkJob'),
      bulkJobs: call('bulkJobs'),
      bulkWorkspaces: call('bulkWorkspaces'),
      bulkItems: call('bulkItems'),
      bulkToJudge: call('bulkToJudge'),
      bulkConnections: call('bulkConnections'),
      bulkTasks: call('bulkTasks'),
      bulkLocal: call('bulkLocal'),
      connections: call('connections'),
      connectionFacts: call('connectionFacts'),
      credentialsLeft: call('credentialsLeft'),
      workspaces: call('workspaces'),
      inventoryRows: call('inventoryRows'),
      inventoryPosition: call('inventoryPosition'),
      lensRows: call('lensRows'),
      boardKeys: call('boardKeys'),
      boardPosition: call('boardPosition'),
      boardDays: call('boardDays'),
      boardDay: call('boardDay'),
      summary: call('summary'),
      savedSearches: call('savedSearches'),
      searchCount: call('searchCount'),
      keyDetail: call('keyDetail'),
      keyAddress: call('keyAddress'),
      nameTaken: call('nameTaken'),
      lastKeyDefaults: call('lastKeyDefaults'),
      callers: call('callers'),
      openIntents: call('openIntents'),
      annotationState: call('annotationState'),
      unsentAnnotations: call('unsentAnnotations'),
      annotationSharing: call('annotationSharing'),
      openCreations: call('openCreations'),
      keyOrigins: call('keyOrigins'),
      owedMetadata: call('owedMetadata'),
      owingKeys: call('owingKeys'),
      observations: call('observations'),
      knownFolders: call('knownFolders'),
      ghostKeys: call('ghostKeys'),
      fingerprintAccount: call('fingerprintAccount'),
      fingerprintedKey: call('fingerprintedKey'),
      changesOverview: call('changesOverview'),
      changeRows: call('changeRows'),
      unseenChanges: call('unseenChanges'),
      policies: call('policies'),
      policyChanges: call('policyChanges'),
      policyEffect: call('policyEffect'),
      keyPolicy: call('keyPolicy'),
      quarantineRows: call('quarantineRows'),
      quarantineDue: call('quarantineDue'),
      quarantineNews: call('quarantineNews'),
      run: call('run'),
      liveRunIds: call('liveRunIds'),
      runOfKey: call('runOfKey'),
      runsTogether: call('runsTogether'),
      runRows: call('runRows'),
      runEvents: call('runEvents'),
      incident: call('incident'),
      keyNames: call('keyNames'),
      dueEntries: call('dueEntries'),
      remindersOverview: call('remindersOverview'),
      reminderRows: call('reminderRows'),
      reminderHistory: call('reminderHistory'),
      dueAtAGlance: call('dueAtAGlance'),
      selectionIds: call('selectionIds'),
      selectionRange: call('selectionRange'),
      selectionLook: call('selectionLook'),
      settings: call('settings'),
    },
    write: {
      planBulk: write('planBulk'),
      planBulkUndo: write('planBulkUndo'),
      judgeBulk: write('judgeBulk'),
      refuseUnjudged: write('refuseUnjudged'),
      setBulkState: write('setBulkState'),
      setBulkItem: write('setBulkItem'),
      failBulkItem: write('failBulkItem'),
      noteBulkLeft: write('noteBulkLeft'),
      resumeBulk: write('resumeBulk'),
      settleBulk: write('settleBulk'),
      recoverBulk: write('recoverBulk'),
      removeBulk: write('removeBulk'),
      addSavedSearch: write('addSavedSearch'),
      renameSavedSearch: write('renameSavedSearch'),
      moveSavedSearch: write('moveSavedSearch'),
      removeSavedSearch: write('removeSavedSearch'),
      addConnection: write('addConnection'),
      updateConnection: write('updateConnection'),
      setConnectionLabel: write('setConnectionLabel'),
      keepAnswers: write('keepAnswers'),
      removeConnection: write('removeConnection'),
      credentialGone: write('credentialGone'),
      changeWorkspace: write('changeWorkspace'),
      moveWorkspace: write('moveWorkspace'),
      markWorkspaceProblem: write('markWorkspaceProblem'),
      applySync: write('applySync'),
      upsertKey: write('upsertKey'),
      replaceKey: write('replaceKey'),
      metadataRestored: write('metadataRestored'),
      metadataRefused: write('metadataRefused'),
      keepFolders: write('keepFolders'),
      removeKey: write('removeKey'),
      writeSettings: write('writeSettings'),
      setAnnotations: write('setAnnotations'),
      setAnnotationSharing: write('setAnnotationSharing'),
      markAnnotationProblem: write('markAnnotationProblem'),
      beginIntent: write('beginIntent'),
      setPolicies: write('setPolicies'),
      setKeyPolicy: write('setKeyPolicy'),
      snoozeKeys: write('snoozeKeys'),
      planDays: write('planDays'),
      enterQuarantine: write('enterQuarantine'),
      leaveQuarantine: write('leaveQuarantine'),
      holdQuarantine: write('holdQuarantine'),
      sweepQuarantine: write('sweepQuarantine'),
      markQuarantineNewsSeen: write('markQuarantineNewsSeen'),
      addRun: write('addRun'),
      saveRun: write('saveRun'),
      dropRun: write('dropRun'),
      keepIncident: write('keepIncident'),
      tickIncident: write('tickIncident'),
      describeIncident: write('describeIncident'),
      tellReminders: write('tellReminders'),
      markRemindersRead: write('markRemindersRead'),
      markRemindersUnread: write('markRemindersUnread'),
      settleIntent: write('settleIntent'),
      settleGhost: write('settleGhost'),
      holdSecret: write('holdSecret'),
      letGoOfSecret: write('letGoOfSecret'),
      askAboutHeld: write('askAboutHeld'),
      keepGhost: write('keepGhost'),
      releaseGhosts: write('releaseGhosts'),
      addFingerprintAccount: write('addFingerprintAccount'),
      addFingerprint: write('addFingerprint'),
      showChanges: write('showChanges'),
      endVisits: write('endVisits'),
      markChangesSeen: write('markChangesSeen'),
      restoreChangeMarks: write('restoreChangeMarks'),
    },
    close: () => thread.close(),
  };
}
