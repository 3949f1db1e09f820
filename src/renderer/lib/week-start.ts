/** The day on which weeks begin where this computer is: 1 is Monday, 7 is Sunday. */
export function firstWeekdayOf(locale: string): number {
  // Not in the language's own library yet; every browser this window runs in has it.
  type WithWeeks = Intl.Locale & { getWeekInfo?(): { firstDay: number } };
  return (new Intl.Locale(locale) as WithWeeks).getWeekInfo?.().firstDay ?? 1;
}

export const firstWeekday = typeof navigator === 'undefined' ? 1 : firstWeekdayOf(navigator.language);
