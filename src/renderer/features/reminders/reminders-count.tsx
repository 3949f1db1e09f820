import { grouped } from '../../lib/plural.ts';
import { Badge } from '../../ui/badge.tsx';
import { useRemindersOverview } from './overview-store.ts';

/** Reminders nobody has read yet, for the sidebar; nothing where there are none. */
export function RemindersCount() {
  const unread = useRemindersOverview((state) => state.unread);
  if (unread === 0) return null;
  return (
    <Badge tone="accent">
      {grouped(unread)}
      <span className="visually-hidden"> not read yet</span>
    </Badge>
  );
}
