import { useEffect } from 'react';
import { dayOf } from '#shared/domain/search/days.ts';
import { useNow } from '../../lib/use-now.ts';
import { readOverview, useRemindersOverview } from './overview-store.ts';
import { nextWords } from './reminder-words.ts';

/** For the status bar: when somebody is reminded next. */
export function NextReminder({ className }: { className: string | undefined }) {
  const next = useRemindersOverview((state) => state.next);
  const now = useNow();
  const today = dayOf(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at midnight other keys are due.
  useEffect(() => void readOverview(), [today]);
  const words = nextWords(next, now);
  return words && <p className={className}>{words}</p>;
}
