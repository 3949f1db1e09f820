/** Sign-ins out of the configuration file of Roboflow's own CLI. Its keys never leave main: the window chooses by id. */
import { errorInfoSchema } from '../domain/errors.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

/** The CLI's own place, or the file that was chosen by hand last. No call takes a path. */
const placeSchema = z.enum(['standard', 'chosen']);
export type CliFilePlace = z.infer<typeof placeSchema>;

const cliWorkspaceSchema = z.strictObject({
  /** What the file calls it by. */
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** The one the CLI uses where none is named (`RF_WORKSPACE`). */
  isDefault: z.boolean(),
});
export type CliWorkspace = z.infer<typeof cliWorkspaceSchema>;

const cliFileSchema = z.strictObject({
  /** As people write it: the home folder is `~`. */
  path: z.string(),
  /** What should not be so about the file itself, in whole sentences: others can read it, for instance. */
  warnings: z.array(z.string()),
  /** Why nothing of it can be imported; null where something can. */
  problem: errorInfoSchema.nullable(),
  /** Where the file says that its keys belong: by an address of its own, its region, else the platform's usual one. */
  baseUrl: z.string(),
  /** Those with a key, the CLI's default first. */
  workspaces: z.array(cliWorkspaceSchema),
  /** Entries that name no workspace or hold no key. */
  withoutKey: z.number().int().nonnegative(),
});
export type CliFile = z.infer<typeof cliFileSchema>;

const place = placeSchema;
const id = z.string().max(500);

export const cliImportCalls = {
  /** Null where there is no such file. */
  'cliImport.look': call(z.strictObject({ place }), cliFileSchema.nullable()),
  /** Asks for a file with the system's dialog, which is then the chosen one. False where the person thought better of it. */
  'cliImport.choose': call(z.strictObject({}), z.strictObject({ chosen: z.boolean() })),
  /**
   * Checks one key with the platform and keeps it. `already`: its workspace is connected here, and nothing was changed.
   * Refused where the platform does not take it, or where it belongs to another workspace than the file says.
   */
  'cliImport.connect': call(
    z.strictObject({ place, id, slug: z.string().max(500), baseUrl: z.string().max(2000) }),
    z.strictObject({ outcome: z.enum(['connected', 'already']), keptIn: z.enum(['keychain', 'session']) }),
  ),
  /** Breaks off the check that is under way, if one is. */
  'cliImport.stop': call(z.strictObject({}), z.strictObject({})),
  /**
   * Which keys the keychain gives back right now, so that the file can do without them. `reason` says why none can be taken
   * out; null where `ids` says it.
   */
  'cliImport.removable': call(
    z.strictObject({ place }),
    z.strictObject({ ids: z.array(z.string()), reason: z.string().nullable() }),
  ),
  /** Takes keys out of the file, and leaves everything else in it. All of them or none. */
  'cliImport.removeKeys': call(
    z.strictObject({ place, ids: z.array(id).min(1).max(10_000) }),
    z.strictObject({ removed: z.number().int() }),
  ),
};
