/**
 * The names of all calls and events, for the preload: it needs nothing else of the contract and stays small enough to
 * read in one go. The types below fail to compile when a name is missing or too many.
 */
import type { CallName, EventName } from './contract.ts';

export const callNames = [
  'app.info',
  'app.openLink',
  'app.exploreSandbox',
  'workspaces.list',
  'connections.connect',
  'connections.signInAgain',
  'connections.cancel',
  'connections.list',
  'connections.check',
  'connections.rename',
  'connections.remove',
  'connections.tryKeychain',
  'cliImport.look',
  'cliImport.choose',
  'cliImport.connect',
  'cliImport.stop',
  'cliImport.removable',
  'cliImport.removeKeys',
  'workspaces.change',
  'workspaces.move',
  'annotations.set',
  'annotations.setOne',
  'annotations.share',
  'annotations.sharing',
  'annotations.setSharing',
  'inventory.rows',
  'inventory.position',
  'inventory.key',
  'lens.rows',
  'summary.read',
  'savedSearches.list',
  'savedSearches.counts',
  'savedSearches.add',
  'savedSearches.rename',
  'savedSearches.move',
  'savedSearches.remove',
  'savedSearches.restore',
  'bulk.plan',
  'bulk.job',
  'bulk.jobs',
  'bulk.workspaces',
  'bulk.items',
  'bulk.start',
  'bulk.stop',
  'bulk.retry',
  'bulk.undo',
  'bulk.dismiss',
  'keys.checkName',
  'keys.lastDefaults',
  'keys.callers',
  'keys.create',
  'keys.rename',
  'keys.editGrant',
  'keys.setDisabled',
  'keys.protect',
  'keys.roll',
  'keys.restoreMetadata',
  'keys.delete',
  'folders.list',
  'publishableKey.read',
  'ghostKeys.list',
  'ghostKeys.keep',
  'ghostKeys.delete',
  'ghostKeys.release',
  'quarantine.rows',
  'quarantine.news',
  'quarantine.newsSeen',
  'quarantine.put',
  'quarantine.restore',
  'handOver.copy',
  'handOver.snippets',
  'handOver.reveal',
  'handOver.save',
  'handOver.pipe',
  'handOver.stopPipe',
  'handOver.finish',
  'sync.status',
  'sync.now',
  'sync.stop',
  'sync.clocks',
  'changes.overview',
  'changes.rows',
  'changes.unseen',
  'changes.shown',
  'changes.markSeen',
  'changes.restoreMarks',
  'selection.range',
  'selection.look',
  'settings.read',
  'settings.write',
  'start.state',
  'start.tryAgain',
  'start.moveAside',
  'start.repairRead',
  'start.showFolder',
  'start.quit',
] as const satisfies readonly CallName[];

export const eventNames = [
  'app.command',
  'app.secretStoreChanged',
  'workspaces.changed',
  'connections.changed',
  'inventory.changed',
  'bulk.progress',
  'savedSearches.changed',
  'handOver.clipboard',
  'quarantine.changed',
  'sync.status',
  'sync.clocks',
  'changes.changed',
  'start.changed',
] as const satisfies readonly EventName[];

type Complete<All extends string, Listed extends All> = [Exclude<All, Listed>] extends [never] ? true : never;
/** `never` here means that a name of the contract is not listed above. */
export const namesAreComplete: Complete<CallName, (typeof callNames)[number]> &
  Complete<EventName, (typeof eventNames)[number]> = true;

/** `connections.connect` is `connectionsConnect` on the bridge. */
export function bridgeCallName(name: string): string {
  return name.replace(/\.(\w)/g, (_dot, letter: string) => letter.toUpperCase());
}

/** `inventory.changed` is `onInventoryChanged` on the bridge. */
export function bridgeEventName(name: string): string {
  const camel = bridgeCallName(name);
  return `on${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}
