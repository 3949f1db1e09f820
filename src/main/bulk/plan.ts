/** The dry run: judges every selected key, a few thousand at a time, and sends nothing. */
import type { BulkAction } from '#shared/ipc/bulk.ts';
import type { Store } from '../store/client.ts';
import { judge } from './judge.ts';

/** Keys judged between two looks at anything else: some 20 ms of work. */
const batch = 2_000;

const gated: ReadonlySet<BulkAction['kind']> = new Set(['scope', 'disable', 'enable', 'quarantine']);

export async function judgeAll(store: Store, jobId: string, action: BulkAction): Promise<void> {
  const workspaces = new Map((await store.read.workspaces()).map((each) => [each.id, each]));
  // A scope can be more than the login may hand out, or than the plan allows; and so can switching keys off and on.
  const asked = gated.has(action.kind) ? [...workspaces.keys()] : [];
  const callers = new Map((await store.read.callers(asked)).map((each) => [each.workspaceId, each]));
  for (;;) {
    const subjects = await store.read.bulkToJudge(jobId, batch);
    if (subjects.length === 0) break;
    const verdicts = subjects.map((subject) =>
      judge(subject, action, workspaces.get(subject.workspaceId), callers.get(subject.workspaceId)),
    );
    await store.write.judgeBulk(jobId, verdicts);
  }
  await store.write.refuseUnjudged(jobId, 'This key is not in the inventory any more.');
}
