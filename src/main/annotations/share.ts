/**
 * Writing what is noted here into the keys themselves, for workspaces where an administrator switched that on. What cannot
 * be written stays here and is tried again, so that nothing of it is ever lost or waited for.
 */
import type { ErrorCode, ErrorInfo } from '#shared/domain/errors.ts';
import { mergeIn, type Noted, readLatchkeyField, writeLatchkeyField } from '#shared/domain/latchkey-field.ts';
import type { ShareFailure } from '../store/api/annotations.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { AnnotationNeeds } from './needs.ts';

export type Sharing = {
  /** Writes one key's unsent annotations, where its workspace shares them. Answers why it failed; null where nothing is left to write. */
  key(keyId: string): Promise<ErrorInfo | null>;
  /** Writes what waits in a workspace. `again`: also what failed for a reason that does not pass by itself. */
  workspace(workspaceId: string, again: boolean): Promise<void>;
  /** Waits for what is being written. Nothing new begins afterwards. */
  stop(): Promise<void>;
};

/** What is true of every key of the workspace: trying the next one would only ask the same question again. */
const wholeWorkspace: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'plan',
  'role',
  'missing-scope',
  'unauthorized',
  'sign-in-needed',
  'offline',
  'tls',
  'rate-limited',
]);
/** Over by the next time the workspace could be read. */
const passes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthorized',
  'sign-in-needed',
  'offline',
  'tls',
  'rate-limited',
  'cancelled',
]);
/** May have been carried out, and is looked for by reading: trying at once would go round in circles. */
const passesSlowly: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'timeout',
  'server',
  'not-json',
  'bad-answer',
]);
/** In milliseconds. */
const slowly = 5 * 60_000;

export function createSharing(needs: AnnotationNeeds): Sharing {
  const { store, clock, emit } = needs;
  /** One write to a key at a time, since each begins with what the one before left there. */
  const underWay = new Map<string, Promise<ErrorInfo | null>>();
  const inWorkspaces = new Map<string, Promise<void>>();
  let stopped = false;

  function key(keyId: string): Promise<ErrorInfo | null> {
    const before = underWay.get(keyId) ?? Promise.resolve(null);
    const mine = before.catch(() => null).then(() => (stopped ? null : write(keyId)));
    underWay.set(keyId, mine);
    const forget = () => {
      if (underWay.get(keyId) === mine) underWay.delete(keyId);
    };
    void mine.then(forget, forget);
    return mine;
  }

  async function write(keyId: string): Promise<ErrorInfo | null> {
    const problem = await tryToWrite(keyId);
    if (problem === undefined) return null;
    await store.write.markAnnotationProblem(keyId, problem, timestamp(clock));
    const workspaceId = (await store.read.keyAddress(keyId))?.workspaceId;
    if (workspaceId !== undefined) emit('inventory.changed', { workspaceIds: [workspaceId] });
    return problem;
  }

  /** Undefined where there is nothing to write. */
  async function tryToWrite(keyId: string): Promise<ErrorInfo | null | undefined> {
    const state = await store.read.annotationState(keyId);
    if (!state?.sharing || state.noted.unsent.length === 0) return undefined;
    try {
      await needs.shareAnnotations(keyId, (metadata) => merged(metadata, state.noted));
    } catch (error) {
      return needs.describe(error);
    }
    const after = await store.read.annotationState(keyId);
    const left = state.noted.unsent.filter((field) => after?.noted.unsent.includes(field));
    const sameAsSent = left.filter((field) => after?.noted.at[field] === state.noted.at[field]);
    return sameAsSent.length === 0 ? null : notKept;
  }

  async function workspace(workspaceId: string, again: boolean): Promise<void> {
    const sharing = await store.read.annotationSharing(workspaceId);
    if (!sharing?.on || sharing.unsent === 0) return;
    const waiting = await store.read.unsentAnnotations(workspaceId);
    const ready = again ? waiting.map(({ keyId }) => keyId) : readyKeys(waiting, clock.now());
    for (const keyId of ready) {
      if (stopped) return;
      const problem = await key(keyId);
      if (problem && wholeWorkspace.has(problem.code)) return;
    }
  }

  return {
    key,
    async workspace(workspaceId, again) {
      const running = inWorkspaces.get(workspaceId);
      const mine = (running ?? Promise.resolve()).then(() => workspace(workspaceId, again));
      const quiet = mine.catch(() => undefined);
      inWorkspaces.set(workspaceId, quiet);
      try {
        await mine;
      } finally {
        if (inWorkspaces.get(workspaceId) === quiet) inWorkspaces.delete(workspaceId);
      }
    },
    async stop() {
      stopped = true;
      await Promise.allSettled([...underWay.values(), ...inWorkspaces.values()]);
    },
  };
}

/** The keys to try now; none where one of them was refused for all of them. */
function readyKeys(waiting: readonly { keyId: string; failed: ShareFailure | null }[], now: Date): string[] {
  const refused = waiting.some(
    ({ failed }) => failed && wholeWorkspace.has(failed.problem.code) && !passes.has(failed.problem.code),
  );
  if (refused) return [];
  return waiting.filter(({ failed }) => isReady(failed, now)).map(({ keyId }) => keyId);
}

function isReady(failed: ShareFailure | null, now: Date): boolean {
  if (!failed || passes.has(failed.problem.code)) return true;
  return passesSlowly.has(failed.problem.code) && now.getTime() - Date.parse(failed.at) >= slowly;
}

function merged(metadata: Record<string, unknown>, noted: Noted) {
  // What is there already needs no second sending, for instance after an answer that was lost.
  const written = writeLatchkeyField(metadata, mergeIn(noted, readLatchkeyField(metadata)));
  if (written.kind === 'written') return written;
  throw new AppError({
    code: 'conflict',
    message:
      written.kind === 'newer'
        ? 'A newer version of Latchkey wrote into this key.'
        : 'The key’s metadata has a field called latchkey that Latchkey cannot read.',
    hint:
      written.kind === 'newer'
        ? 'Update Latchkey here, then try again.'
        : 'Rename or remove that field on the platform’s dashboard, then try again.',
  });
}

const notKept: ErrorInfo = {
  code: 'bad-answer',
  message: 'The platform took the details, and shows others.',
  hint: 'Somebody may have changed them at the same moment. Try again.',
};
