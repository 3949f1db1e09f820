/** Gathers what many small changes would say to the window, and says it a few times a second. */
import type { Emit } from '../system/ports.ts';

/** In milliseconds. */
const interval = 200;

export type Announcements = {
  /** For the single changes: those of rows and workspaces are gathered, everything else passes. */
  emit: Emit;
  /** Something about the job changed. */
  touch(): void;
  /** Says at once what has gathered. */
  flush(): void;
};

export function createAnnouncements(emit: Emit, sayProgress: () => void): Announcements {
  const workspaceIds = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    sayProgress();
    if (workspaceIds.size === 0) return;
    emit('inventory.changed', { workspaceIds: [...workspaceIds] });
    emit('workspaces.changed', {});
    workspaceIds.clear();
  }

  const touch = () => {
    timer ??= setTimeout(flush, interval);
  };

  return {
    touch,
    flush,
    emit: (name, payload) => {
      if (name === 'inventory.changed') {
        for (const id of (payload as { workspaceIds: string[] }).workspaceIds) workspaceIds.add(id);
        touch();
      } else if (name !== 'workspaces.changed') emit(name, payload);
      // What changes about workspaces alone is seldom, and then somebody waits for it.
      else if (workspaceIds.size === 0) emit(name, payload);
    },
  };
}
