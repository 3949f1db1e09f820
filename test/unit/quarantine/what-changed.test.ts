import { describe, expect, it } from 'vitest';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import { whatChanged } from '../../../src/main/quarantine/what-changed.ts';
import type { QuarantineBaseline } from '../../../src/main/store/api/quarantine.ts';
import { remoteKey } from '../../support/store.ts';

const left: QuarantineBaseline = {
  name: 'uploader',
  grant: { platform: 'roboflow', scopes: ['image:create', 'model:infer'] },
  folderIds: ['a', 'b'],
  lastUsedAt: '2026-11-01T08:00:00Z',
};
const found = (change: Partial<RemoteKey>): RemoteKey =>
  remoteKey('k1', {
    name: left.name,
    grant: { platform: 'roboflow', scopes: ['model:infer', 'image:create'] },
    folderIds: ['b', 'a'],
    lastUsed: { kind: 'at', at: '2026-11-01T08:00:00.000Z' },
    disabled: true,
    ...change,
  });

it('is nothing where only orders and spellings differ', () => {
  expect(whatChanged(left, found({}))).toBeNull();
});

it('is nothing where notes were written into the metadata', () => {
  expect(whatChanged(left, found({ metadata: { latchkey: { owner: 'ana' } } }))).toBeNull();
});

describe('is named where', () => {
  it.each<[string, Partial<RemoteKey>, RegExp]>([
    ['it was enabled', { disabled: false }, /enabled it again/],
    ['it was protected', { protected: true }, /protected/],
    ['it was used', { lastUsed: { kind: 'at', at: '2026-11-02T08:00:00Z' } }, /used after/],
    ['its scope grew', { grant: { platform: 'roboflow', scopes: null } }, /scope was changed/],
    ['it was renamed', { name: 'do-not-delete' }, /renamed from uploader to do-not-delete/],
    ['it moved', { folderIds: ['a'] }, /folders/],
  ])('%s', (_what, change, says) => {
    expect(whatChanged(left, found(change))).toMatch(says);
  });

  it('a key that was never used has been by now', () => {
    const used = found({ lastUsed: { kind: 'at', at: '2020-01-01T00:00:00Z' } });
    expect(whatChanged({ ...left, lastUsedAt: null }, used)).toMatch(/used after/);
    expect(whatChanged({ ...left, lastUsedAt: null }, found({ lastUsed: { kind: 'never' } }))).toBeNull();
  });

  it('several things at once', () => {
    expect(whatChanged(left, found({ disabled: false, name: 'x' }))).toBe(
      'Somebody enabled it again. It was renamed from uploader to x.',
    );
  });
});
