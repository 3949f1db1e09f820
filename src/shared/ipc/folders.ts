/** The folders of a workspace, to which a key can be restricted where the platform has them. */
import { errorInfoSchema } from '../domain/errors.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

const folderSchema = z.strictObject({
  id: z.string(),
  /** Null where the platform did not tell it: then keys of the workspace name this folder by its id. */
  name: z.string().nullable(),
});
export type Folder = z.infer<typeof folderSchema>;

export const folderCalls = {
  /** Asks the platform; where that is refused or it is not reached, `problem` says why, and what is known comes all the same. */
  'folders.list': call(
    z.strictObject({ workspaceId: z.string() }),
    z.strictObject({ folders: z.array(folderSchema), problem: errorInfoSchema.nullable() }),
  ),
};
