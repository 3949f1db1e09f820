import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { Emit } from '../system/ports.ts';

export function reminderHandlers(store: Store, emit: Emit): Handlers<CallsOf<'reminders'>> {
  return {
    'reminders.overview': ({ workspaceId }) => store.read.remindersOverview(workspaceId),
    'reminders.rows': ({ workspaceId, offset, limit }) => store.read.reminderRows(workspaceId, offset, limit),
    'reminders.history': () => store.read.reminderHistory(),
    'reminders.markRead': async ({ workspaceId, keyIds }) => {
      const read = await store.write.markRemindersRead(workspaceId, keyIds);
      if (read.length > 0) emit('reminders.changed', {});
      return { read };
    },
    'reminders.markUnread': async ({ keyIds }) => {
      await store.write.markRemindersUnread(keyIds);
      emit('reminders.changed', {});
      return {};
    },
  };
}
