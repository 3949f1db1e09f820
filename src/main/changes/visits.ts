/** When one visit to the list of changes ends and the next begins: then what was shown counts as seen. */
import type { ChangeMark } from '#shared/ipc/changes.ts';
import type { Store } from '../store/client.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';

/**
 * Whoever comes back to the list within half an hour finds it as they left it: a telephone call or a restart is not
 * the end of a visit.
 */
const awayFor = 30 * 60_000;

export type Visits = {
  /** The window came to the front, or Latchkey started: the visit before is over where it was long ago. */
  arrive(): Promise<void>;
  /** The list was on screen, in front, up to this change; of one workspace, or (null) of all. */
  shown(workspaceId: string | null, upTo: number): Promise<void>;
  /** Answers where it stood before, for `restore`. */
  markSeen(workspaceId: string | null, upTo: number): Promise<ChangeMark[]>;
  restore(marks: readonly ChangeMark[]): Promise<void>;
};

export function createVisits({ store, clock, emit }: { store: Store; clock: Clock; emit: Emit }): Visits {
  async function arrive(): Promise<void> {
    const before = new Date(clock.now().getTime() - awayFor).toISOString();
    if (await store.write.endVisits(before)) emit('changes.changed', {});
  }

  return {
    arrive,
    async shown(workspaceId, upTo) {
      // The window may say so before anybody said that it came to the front.
      await arrive();
      const further = await store.write.showChanges(workspaceId, upTo, timestamp(clock));
      // Only then: the window answers news by saying again what it shows.
      if (further) emit('changes.changed', {});
    },
    async markSeen(workspaceId, upTo) {
      const before = await store.write.markChangesSeen(workspaceId, upTo, timestamp(clock));
      emit('changes.changed', {});
      return before;
    },
    async restore(marks) {
      await store.write.restoreChangeMarks(marks);
      emit('changes.changed', {});
    },
  };
}
