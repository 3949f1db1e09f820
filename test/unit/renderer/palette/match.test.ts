import { describe, expect, it } from 'vitest';
import { matching } from '../../../../src/renderer/features/palette/match.ts';

const items = [
  { label: 'Rename', also: 'line4-uploader' },
  { label: 'Go to Acme Vision', also: 'acme-vision workspace' },
  { label: 'New key', also: 'create' },
  { label: 'Go to Café Renard', also: 'cafe workspace' },
];
const found = (typed: string) => matching(typed, items).map(({ label }) => label);

describe('matching', () => {
  it('keeps everything in its order while nothing is typed', () => {
    expect(found('')).toEqual(items.map(({ label }) => label));
    expect(found('   ')).toEqual(items.map(({ label }) => label));
  });

  it('takes words in any order, and needs every one of them', () => {
    expect(found('vision acme')).toEqual(['Go to Acme Vision']);
    expect(found('vis go')).toEqual(['Go to Acme Vision']);
    expect(found('acme nothing')).toEqual([]);
  });

  it('puts beginnings of words before what stands inside of one', () => {
    expect(found('na')).toEqual(['Rename', 'Go to Café Renard']);
    expect(found('ame')).toEqual(['Rename']);
    expect(matching('ion', [{ label: 'Vision' }, { label: 'Ionic' }]).map(({ label }) => label)).toEqual([
      'Ionic',
      'Vision',
    ]);
  });

  it('finds by words that are not on screen, after those that are', () => {
    expect(found('create')).toEqual(['New key']);
    expect(found('uploader')).toEqual(['Rename']);
    const both = [{ label: 'New key', also: 'acme' }, { label: 'Acme' }];
    expect(matching('acme', both).map(({ label }) => label)).toEqual(['Acme', 'New key']);
  });

  it('does without case and accents', () => {
    expect(found('CAFE')).toEqual(['Go to Café Renard']);
    expect(found('café')).toEqual(['Go to Café Renard']);
  });

  it('takes signs of patterns for what they are', () => {
    expect(found('.*')).toEqual([]);
    expect(matching('(a', [{ label: '(a) b' }])).toHaveLength(1);
  });
});
