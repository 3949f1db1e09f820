import { grouped } from '../../lib/plural.ts';
import { Badge } from '../../ui/badge.tsx';
import { useUnseen } from './unseen-store.ts';

/** Changes nobody has looked at yet, for the sidebar; nothing where there are none. */
export function ChangesCount() {
  const { count } = useUnseen();
  if (count === 0) return null;
  return (
    <Badge tone="accent">
      {grouped(count)}
      <span className="visually-hidden"> not looked at yet</span>
    </Badge>
  );
}
