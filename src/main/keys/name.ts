/** The name rules applied to one workspace. */
import { nameProblem } from '#shared/domain/key-name.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { Fingerprints } from '../secrets/fingerprints.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { Expected } from './settle.ts';

type NameNeeds = { store: Store; fingerprints: Fingerprints };

export type NameQuestion = {
  workspaceId: string;
  platform: PlatformId;
  name: string;
  exceptKeyId: string | null;
};

/** The sentence to show beside the field, or null. */
export async function problemWithName(needs: NameNeeds, question: NameQuestion): Promise<string | null> {
  const { store } = needs;
  const { workspaceId, platform, exceptKeyId } = question;
  const name = question.name.trim();
  const pasted = await pastedSecret(needs, name);
  if (pasted) return pasted;
  const taken = await store.read.nameTaken(workspaceId, name, exceptKeyId);
  const problem = nameProblem(question.name, { maxLength: platforms[platform].maxNameLength, taken });
  if (problem) return problem;
  return (await mayJustHaveBeenMade(store, workspaceId, name))
    ? 'A key with this name may just have been made: its answer was lost. Sync first, then see whether it is there.'
    : null;
}

/** A secret that was made here is known for certain, whatever it looks like. */
async function pastedSecret({ store, fingerprints }: NameNeeds, name: string): Promise<string | null> {
  const keyId = await fingerprints.match(name);
  if (keyId === null) return null;
  const key = (await store.read.keyAddress(keyId))?.row.name || 'a key that was made here';
  return `This is the secret of ${key}. Names are visible to everyone in the workspace.`;
}

/** A create whose answer is missing: making another of the same name could leave two keys where one was wanted. */
async function mayJustHaveBeenMade(store: Store, workspaceId: string, name: string): Promise<boolean> {
  const open = await store.read.openIntents(workspaceId);
  return open.some(({ action, expected }) => action === 'create' && (expected as Expected).name === name);
}

/** The name as it will be sent. Throws the problem beside the field. */
export async function needGoodName(needs: NameNeeds, question: NameQuestion): Promise<string> {
  const problem = await problemWithName(needs, question);
  if (problem) throw new AppError({ code: 'bad-input', field: 'name', message: problem });
  return question.name.trim();
}
