import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../src/renderer/app/commands.ts';

type Press = Parameters<typeof commandOf>[0];

const press = (key: string, modifiers: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});
const ctrl = (key: string) => press(key, { ctrlKey: true });

describe('shortcuts', () => {
  it.each([
    ['0', { command: 'go-to-workspace', position: 0 }],
    ['7', { command: 'go-to-workspace', position: 7 }],
    ['n', { command: 'new-key' }],
    ['f', { command: 'search' }],
    ['k', { command: 'palette' }],
  ])('Ctrl+%s, also while typing', (key, command) => {
    expect(commandOf(ctrl(key), false)).toEqual(command);
    expect(commandOf(ctrl(key), true)).toEqual(command);
  });

  it('the slash searches, unless it is being typed', () => {
    expect(commandOf(press('/'), false)).toEqual({ command: 'search' });
    expect(commandOf(press('/', { shiftKey: true }), false)).toEqual({ command: 'search' });
    expect(commandOf(press('/'), true)).toBeNull();
  });

  it('the question mark opens the sheet, unless it is being typed', () => {
    expect(commandOf(press('?', { shiftKey: true }), false)).toEqual({ command: 'shortcuts' });
    expect(commandOf(press('?', { shiftKey: true }), true)).toBeNull();
  });

  it('R rotates, unless it is being typed', () => {
    expect(commandOf(press('r'), false)).toEqual({ command: 'rotate' });
    expect(commandOf(press('r'), true)).toBeNull();
    expect(commandOf(ctrl('r'), false)).toBeNull();
  });

  it('Shift makes another shortcut of it', () => {
    const shifted = (key: string) => press(key, { ctrlKey: true, shiftKey: true });
    expect(commandOf(shifted('N'), false)).toEqual({ command: 'connect' });
    expect(commandOf(shifted('K'), false)).toBeNull();
  });

  it('leaves letters and characters typed with AltGr alone', () => {
    expect(commandOf(press('n'), false)).toBeNull();
    expect(commandOf(press('7', { ctrlKey: true, altKey: true }), false)).toBeNull();
    expect(commandOf(ctrl('a'), false)).toBeNull();
  });
});
