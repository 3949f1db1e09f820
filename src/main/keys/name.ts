/** The name rules applied to one workspace. */
import { nameProblem } from '#shared/domain/key-name.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { Expected } from './settle.ts';

export type NameQuestion = {
  workspaceId: string;
  platform: PlatformId;
  name: string;
  exceptKeyId: string | null;
};

/** The sentence to show beside the field, or null. */
export async function problemWithName(store: Store, question: NameQuestion): Promise<string | null> {
  const { workspaceId, platform, exceptKeyId } = question;
  const name = question.name.trim();
  const taken = await store.read.nameTaken(workspaceId, name, exceptKeyId);
  const problem = nameProblem(question.name, { maxLength: platforms[platform].maxNameLength, taken });
  if (problem) return problem;
  return (await mayJustHaveBeenMade(store, workspaceId, name))
    ? 'A key with this name may just have been made: its answer was lost. Sync first, then see whether it is there.'
    : null;
}

/** A create whose answer is missing: making another of the same name could leave two keys where one was wanted. */
async function mayJustHaveBeenMade(store: Store, workspaceId: string, name: string): Promise<boolean> {
  const open = await store.read.openIntents(workspaceId);
  return open.some(({ action, expected }) => action === 'create' && (expected as Expected).name === name);
}

/** The name as it will be sent. Throws the problem beside the field. */
export async function needGoodName(store: Store, question: NameQuestion): Promise<string> {
  const problem = await problemWithName(store, question);
  if (problem) throw new AppError({ code: 'bad-input', field: 'name', message: problem });
  return question.name.trim();
}
