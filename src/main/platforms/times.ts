/**
 * A time as platforms send it, in Latchkey's one form (RFC 3339, UTC, milliseconds), or null where it is absent or not a
 * time. Without a zone it counts as UTC, which is what both contracts use.
 */
export function utcTime(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const zoned = /T[\d:.]+$/i.test(value) ? `${value}Z` : value;
  const time = new Date(zoned);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
