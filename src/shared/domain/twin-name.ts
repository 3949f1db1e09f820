/** What the twin of a key is called. Pure. */

/** The day of a rotation, and a number where one name was not enough. */
const formerSuffix = /[-_ ]\d{4}-\d{2}-\d{2}(?:-\d+)?$/;

/** For a key that has no name, where its platform allows that. */
const nameless = 'rotated';

/**
 * The old key's name with the day of its rotation (`2026-01-31`), instead of the day of an earlier one; never one of `taken`, letter
 * case aside. `maxLength` in characters as people count them: a longer name loses its end, never its day.
 */
export function twinNameOf(
  oldName: string,
  day: string,
  { taken, maxLength }: { taken: Iterable<string>; maxLength: number },
): string {
  const lower = new Set([...taken].map(comparable));
  const bare = oldName.trim().replace(formerSuffix, '') || nameless;
  const separator = bare.includes(' ') ? ' ' : '-';
  for (let count = 1; ; count += 1) {
    const suffix = `${separator}${day}${count === 1 ? '' : `-${count}`}`;
    const room = maxLength - suffix.length;
    const base = [...bare].slice(0, room).join('').trimEnd();
    if (!lower.has(comparable(base + suffix))) return base + suffix;
  }
}

function comparable(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}
