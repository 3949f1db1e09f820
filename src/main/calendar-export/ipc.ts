import { basename } from 'node:path';
import { dayOf } from '#shared/domain/search/days.ts';
import { type SaveDialog, saveToFile } from '../secrets/save-to-file.ts';
import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { Clock } from '../system/ports.ts';
import { toCalendar } from './calendar.ts';
import { calendarEntries } from './entries.ts';

type Needs = { store: Store; clock: Clock; askWhereToSave: SaveDialog };

/** The same at every export, so that the newest replaces the one before. */
const suggestedName = 'latchkey-rotations.ics';
const calendarFile = { name: 'The calendar', otherwise: 'Choose another folder.' };

export function calendarExportHandlers({
  store,
  clock,
  askWhereToSave,
}: Needs): Handlers<CallsOf<'calendarExport'>> {
  return {
    async 'calendarExport.save'({ workspaceId }) {
      const keys = await store.read.dueEntries(workspaceId === null ? null : [workspaceId]);
      const now = clock.now().getTime();
      const entries = calendarEntries(keys, now);
      if (entries.length === 0) return 'empty';
      const path = await askWhereToSave(suggestedName, 'Export the rotation calendar');
      if (path === null) return null;
      await saveToFile(path, Buffer.from(toCalendar(entries, now), 'utf8'), calendarFile);
      const overdue = entries.filter(({ day }) => day < dayOf(now)).length;
      return { fileName: basename(path), keys: entries.length, overdue };
    },
  };
}
