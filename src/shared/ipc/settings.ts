/** How a person has set the window up. Kept over restarts; each setting has a schema and a default of its own. */
import { z } from '../zod.ts';
import { call } from './define.ts';
import { sortSchema } from './inventory.ts';

/** Widths in pixels. */
export const narrowestColumn = 48;
export const widestColumn = 900;

/**
 * One column of the table, at its place among the others. `width` is null for a column that takes what room there is.
 * An id that this version does not know is kept from before or from after it, and simply not drawn.
 */
const keptColumnSchema = z.strictObject({
  id: z.string().max(50),
  shown: z.boolean(),
  width: z.number().int().min(narrowestColumn).max(widestColumn).nullable(),
});
export type KeptColumn = z.infer<typeof keptColumnSchema>;

export const settingSchemas = {
  /** In the order of the table; columns that are missing stand where the table has them by itself. */
  inventoryColumns: z.array(keptColumnSchema).max(50),
  inventorySort: sortSchema,
};
const settingsSchema = z.strictObject(settingSchemas);
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** What holds where nothing was set, or where what is kept makes no sense any more. */
export const defaultSettings: Readonly<Settings> = {
  inventoryColumns: [],
  inventorySort: { column: 'name', direction: 'ascending' },
};

export const settingsCalls = {
  /** All of them; never fails on what is kept, since a damaged setting counts as not set. */
  'settings.read': call(z.strictObject({}), settingsSchema),
  /** Changes those that are given. */
  'settings.write': call(settingsSchema.partial(), z.strictObject({})),
};
