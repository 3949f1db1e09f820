/** The one table of shortcuts against what listens by it. */
import { describe, expect, it } from 'vitest';
import { type Chord, chordsOf, shortcutGroups } from '#shared/shortcuts.ts';
import { commandOf } from '../../../../src/renderer/app/commands.ts';
import { keySignsOf } from '../../../../src/renderer/lib/platform-keys.ts';

const all = shortcutGroups.flatMap(({ shortcuts }) => shortcuts);
const pressOf = ({ key, primary, shift }: Chord) => ({
  key,
  ctrlKey: primary === true,
  metaKey: false,
  altKey: false,
  shiftKey: shift === true,
});

describe('the table of shortcuts', () => {
  it('is what the window listens by', () => {
    for (const { command, chords } of all) {
      for (const chord of chords) expect(commandOf(pressOf(chord), false), chord.key).toEqual(command);
    }
  });

  it('has every combination once in each place, and every label once', () => {
    const chordsIn = (shortcuts: typeof all) =>
      shortcuts.flatMap(({ chords }) => chords.map((chord) => JSON.stringify(chord)));
    for (const { title, shortcuts } of shortcutGroups) {
      const here = chordsIn([...shortcuts]);
      expect(new Set(here).size, title).toBe(here.length);
    }
    // What the window listens to everywhere, no place may take for itself.
    const everywhere = chordsIn(all.filter(({ command }) => command !== null));
    const places = chordsIn(all.filter(({ command }) => command === null));
    expect(new Set(everywhere).size).toBe(everywhere.length);
    expect(everywhere.filter((chord) => places.includes(chord))).toEqual([]);
    expect(new Set(all.map(({ label }) => label)).size).toBe(all.length);
  });

  it('tells one workspace from another', () => {
    expect(chordsOf({ command: 'go-to-workspace', position: 0 })).toEqual([{ key: '0', primary: true }]);
    expect(chordsOf({ command: 'go-to-workspace', position: 3 })).toEqual([{ key: '3', primary: true }]);
  });

  it('is written with the names of the system’s keys', () => {
    const connect = { key: 'N', primary: true, shift: true } as const;
    expect(keySignsOf(connect, false)).toEqual(['Ctrl', 'Shift', 'N']);
    expect(keySignsOf(connect, true)).toEqual(['⇧', '⌘', 'N']);
    expect(keySignsOf({ key: 'Escape' }, false)).toEqual(['Esc']);
  });
});
