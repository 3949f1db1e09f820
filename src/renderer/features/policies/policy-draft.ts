/** A policy while it is chosen: the days may be half typed. */
import { mostPolicyDays } from '#shared/domain/key-rotation.ts';
import type { ChosenDays } from '#shared/domain/policies.ts';

export type PolicyDraft = { mode: 'inherit' | 'days' | 'as-needed'; typed: string };

/** `inherited`: what is offered first once a number of its own is wanted. */
export function draftOfDays(days: ChosenDays, inherited: number | null): PolicyDraft {
  if (days === 'inherit') return { mode: 'inherit', typed: String(inherited ?? 90) };
  if (days === null) return { mode: 'as-needed', typed: String(inherited ?? 90) };
  return { mode: 'days', typed: String(days) };
}

/** Undefined while what is typed is no number of days. */
export function daysOfDraft({ mode, typed }: PolicyDraft): ChosenDays | undefined {
  if (mode === 'inherit') return 'inherit';
  if (mode === 'as-needed') return null;
  const days = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return days >= 1 && days <= mostPolicyDays ? days : undefined;
}
