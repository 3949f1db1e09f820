/** Holds what the packaged program is allowed to be: its fuses, its archive, its entitlements. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import configuration from '../../build/packaging/electron-builder.mjs';
import { flipAllFuses, fuses } from '../../build/packaging/fuses.mjs';
import { appId } from '../../src/main/electron/app-id.ts';

const root = path.resolve(import.meta.dirname, '../..');

const wanted = new Map<FuseV1Options, boolean>([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  [FuseV1Options.WasmTrapHandlers, true],
]);

/** A TypeScript enum also holds its names as values. */
const allFuses = Object.values(FuseV1Options).filter((value) => typeof value === 'number');

describe('packaging', () => {
  it('names every fuse that this Electron has', () => {
    expect(allFuses).toHaveLength(9);
    expect([...wanted.keys()].sort()).toEqual([...allFuses].sort());
    expect(fuses.version).toBe(FuseVersion.V1);
    expect(fuses.strictlyRequireAllFuses).toBe(true);
  });

  for (const [fuse, value] of wanted) {
    it(`turns ${FuseV1Options[fuse]} ${value ? 'on' : 'off'}`, () => {
      expect(fuses[fuse]).toBe(value);
    });
  }

  it('flips them before the program is signed', () => {
    expect(configuration.afterPack).toBe(flipAllFuses);
    // Its own option would flip them a second time, without the ninth.
    expect(configuration).not.toHaveProperty('electronFuses');
  });

  it('packs an archive with the native modules beside it', () => {
    expect(configuration.asar).toBe(true);
    expect(configuration.asarUnpack).toEqual(['**/*.node']);
  });

  it('has the name under which Windows knows its notifications', () => {
    expect(configuration.appId).toBe(appId);
  });

  it('hardens the macOS program and entitles it to compile JavaScript only', async () => {
    expect(configuration.mac).toMatchObject({ hardenedRuntime: true });
    const file = configuration.mac?.entitlements;
    const plist = await readFile(path.join(root, file ?? ''), 'utf8');
    expect([...plist.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
  });
});
