/** Keys with due days, as the store tells them, for what is computed of them. */
import { dateOf } from '#shared/domain/search/days.ts';
import type { DueEntry } from '../../src/main/store/api/due-entries.ts';

/** A Production key by the policy of its environment, made on this day (as `dayOf` counts, at noon where the test runs). */
export function dueEntry(id: string, madeOn: number, change: Partial<DueEntry> = {}): DueEntry {
  const [year, month, day] = dateOf(madeOn).split('-').map(Number);
  return {
    id,
    workspaceId: 'acme',
    workspaceName: 'Acme Vision',
    name: `key ${id}`,
    environment: 'production',
    status: 'active',
    createdAt: new Date(year ?? 0, (month ?? 1) - 1, day, 12).toISOString(),
    rotation: { days: 90, from: 'environment' },
    lineId: id,
    ...change,
  };
}
