/** The days on which keys are due, as a file for a calendar. */
import { z } from '../zod.ts';
import { call } from './define.ts';

const count = z.number().int().nonnegative();

export const calendarExportCalls = {
  /**
   * Asks where to save the due dates of one workspace, or of all for null. Null when the person thought better of it; `empty`
   * where no key is due some day, and nothing was asked.
   */
  'calendarExport.save': call(
    z.strictObject({ workspaceId: z.string().nullable() }),
    z.union([
      z.null(),
      z.literal('empty'),
      z.strictObject({
        /** The name of the file, without its folder. */
        fileName: z.string(),
        keys: count,
        /** Those of them whose day is past. */
        overdue: count,
      }),
    ]),
  ),
};
export type CalendarExport = z.infer<(typeof calendarExportCalls)['calendarExport.save']['output']>;
