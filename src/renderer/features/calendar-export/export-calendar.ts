/** Saves the days on which keys are due as a calendar file, and says what was written. */
import type { CalendarExport } from '#shared/ipc/calendar-export.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { grouped, plural } from '../../lib/plural.ts';
import { showFailure, showToast } from '../../ui/toast.tsx';

/** `workspaceId`: whose keys, or null for those of all workspaces. */
export async function exportCalendar(workspaceId: string | null): Promise<void> {
  const saved = await answer(bridge().calendarExportSave({ workspaceId }));
  if (!saved.ok) showFailure([saved.error.message, saved.error.hint].filter(Boolean).join(' '));
  else if (saved.value !== null) showToast({ text: exportWords(saved.value), about: 'calendar-export' });
}

/** Exported for tests. */
export function exportWords(saved: NonNullable<CalendarExport>): string {
  if (saved === 'empty') return 'No key has a due date, so there is nothing to export';
  const { fileName, keys, overdue } = saved;
  const dates = keys === 1 ? 'due date' : 'due dates';
  return `${fileName} has the ${dates} of ${plural(keys, 'key')}${overdueWords(keys, overdue)}`;
}

function overdueWords(keys: number, overdue: number): string {
  if (overdue === 0) return '';
  if (keys === 1) return ', which is overdue';
  return `, ${overdue === keys ? 'all' : grouped(overdue)} of them overdue`;
}
