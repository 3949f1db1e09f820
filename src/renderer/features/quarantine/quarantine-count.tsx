import { grouped } from '../../lib/plural.ts';
import { Badge } from '../../ui/badge.tsx';
import { useQuarantineNews } from './quarantine-store.ts';

/** Keys in quarantine, for the sidebar; those that wait for a decision stand out. */
export function QuarantineCount() {
  const { count, asking } = useQuarantineNews();
  if (asking > 0) {
    return (
      <Badge tone="bad">
        {grouped(asking)}
        <span className="visually-hidden"> held back of {grouped(count)}</span>
      </Badge>
    );
  }
  if (count === 0) return null;
  return (
    <>
      {grouped(count)}
      <span className="visually-hidden"> keys</span>
    </>
  );
}
