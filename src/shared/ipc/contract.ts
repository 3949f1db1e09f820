/** Every call and every event between the window and main, in one table. Nothing else crosses. */
import type { z } from '../zod.ts';
import { annotationCalls } from './annotations.ts';
import { appCalls, appEvents } from './app.ts';
import { boardCalls } from './board.ts';
import { bulkCalls, bulkEvents } from './bulk.ts';
import { calendarExportCalls } from './calendar-export.ts';
import { changeCalls, changeEvents } from './changes.ts';
import { cliImportCalls } from './cli-import.ts';
import { connectionCalls, connectionEvents } from './connections.ts';
import type { Result } from './define.ts';
import { folderCalls } from './folders.ts';
import { ghostKeyCalls } from './ghost-keys.ts';
import { handOverCalls, handOverEvents } from './hand-over.ts';
import { incidentCalls } from './incidents.ts';
import { inventoryCalls, inventoryEvents } from './inventory.ts';
import { keyCalls } from './keys.ts';
import { lensCalls } from './lens.ts';
import { levellingCalls } from './levelling.ts';
import { observationCalls } from './observations.ts';
import { policyCalls } from './policies.ts';
import { publishableKeyCalls } from './publishable-key.ts';
import { quarantineCalls, quarantineEvents } from './quarantine.ts';
import { reminderCalls, reminderEvents } from './reminders.ts';
import { runCalls, runEvents } from './runs.ts';
import { savedSearchCalls, savedSearchEvents } from './saved-searches.ts';
import { selectionCalls } from './selection.ts';
import { settingsCalls } from './settings.ts';
import { startCalls, startEvents } from './start.ts';
import { summaryCalls } from './summary.ts';
import { syncCalls, syncEvents } from './sync.ts';

export const calls = {
  ...annotationCalls,
  ...appCalls,
  ...connectionCalls,
  ...cliImportCalls,
  ...inventoryCalls,
  ...lensCalls,
  ...boardCalls,
  ...summaryCalls,
  ...savedSearchCalls,
  ...keyCalls,
  ...bulkCalls,
  ...ghostKeyCalls,
  ...folderCalls,
  ...observationCalls,
  ...publishableKeyCalls,
  ...handOverCalls,
  ...policyCalls,
  ...quarantineCalls,
  ...runCalls,
  ...incidentCalls,
  ...calendarExportCalls,
  ...levellingCalls,
  ...reminderCalls,
  ...syncCalls,
  ...changeCalls,
  ...selectionCalls,
  ...settingsCalls,
  ...startCalls,
};
export const events = {
  ...appEvents,
  ...connectionEvents,
  ...inventoryEvents,
  ...bulkEvents,
  ...savedSearchEvents,
  ...handOverEvents,
  ...quarantineEvents,
  ...runEvents,
  ...reminderEvents,
  ...syncEvents,
  ...changeEvents,
  ...startEvents,
};

type Calls = typeof calls;
export type CallName = keyof Calls;
/** What the caller passes; `input` is what the handler gets after parsing. */
type CallInput<Name extends CallName> = z.input<Calls[Name]['input']>;
export type CallParsed<Name extends CallName> = z.output<Calls[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Calls[Name]['output']>;

type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]['payload']>;

/** `connections.connect` becomes `connectionsConnect` on the bridge; events `inventory.changed` become `onInventoryChanged`. */
type CamelCase<Name extends string> = Name extends `${infer Head}.${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** The one object the preload puts into the window, as `window.latchkey`. */
export type Bridge = {
  readonly [Name in CallName as CamelCase<Name>]: (
    input: CallInput<Name>,
  ) => Promise<Result<CallOutput<Name>>>;
} & {
  /** Each returns its own unsubscribe. */
  readonly [Name in EventName as `on${Capitalize<CamelCase<Name>>}`]: (
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void;
};
