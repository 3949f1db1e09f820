import { expect, test } from 'vitest';
import { moved } from '../../../../src/renderer/features/palette/cursor.ts';

const press = (key: string, shiftKey = false) => ({
  key,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 19, 0],
  ['ArrowUp', 0, 19],
  ['PageDown', 15, 19],
  ['PageUp', 3, 0],
  ['Home', 7, 0],
  ['End', 7, 19],
])('%s from %i of 20 goes to %i', (key, from, to) => {
  expect(moved(from, 20, press(key))).toBe(to);
});

test('what edits the text is left to the field', () => {
  expect(moved(3, 20, press('ArrowLeft'))).toBeNull();
  expect(moved(3, 20, press('Home', true))).toBeNull();
  expect(moved(0, 0, press('ArrowDown'))).toBeNull();
});
