/** Where a key takes the palette's cursor. */

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

const pageLength = 8;

/**
 * The new position among `count` entries, or null where the key is the text field's. The arrows go round; pages stop
 * at the ends.
 */
export function moved(position: number, count: number, press: Press): number | null {
  // With Shift and the like, Home, End and the arrows select text.
  if (count === 0 || press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  switch (press.key) {
    case 'ArrowDown':
      return (position + 1) % count;
    case 'ArrowUp':
      return (position + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, position + pageLength);
    case 'PageUp':
      return Math.max(0, position - pageLength);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
