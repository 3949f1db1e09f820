import { useEffect } from 'react';
import { dayOf } from '#shared/domain/search/days.ts';
import { grouped } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import { refreshUrgent, useUrgent } from './rotation-store.ts';

/** Keys that are overdue or due soon, for the sidebar; it stands out as long as there are any. */
export function RotationCount() {
  const urgent = useUrgent();
  const today = dayOf(useNow());
  // biome-ignore lint/correctness/useExhaustiveDependencies: at midnight other keys are due.
  useEffect(refreshUrgent, [today]);
  const count = (urgent?.overdue ?? 0) + (urgent?.due ?? 0);
  if (!urgent || count === 0) return null;
  return (
    <Badge tone={urgent.overdue > 0 ? 'bad' : 'warn'}>
      {grouped(count)}
      <span className="visually-hidden"> to rotate, {grouped(urgent.overdue)} of them overdue</span>
    </Badge>
  );
}
