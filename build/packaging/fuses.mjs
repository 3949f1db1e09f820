// Electron's fuses, all of them by name. They are flipped here and not by electron-builder's own option, which knows
// eight of the nine and cannot insist on completeness: a fuse that a new Electron adds must fail the packaging.
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** @type {Required<import('@electron/fuses').FuseV1Config>} */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // Flipping breaks the ad-hoc signature that Electron ships with, and arm64 Macs start nothing unsigned.
  resetAdHocDarwinSignature: process.platform === 'darwin',
  // Nobody may use Latchkey as a Node to run their own script with its keychain access.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Off would mean slower WebAssembly bounds checks, and gains nothing here.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * The packaged program, as electron-builder has laid it out before signing.
 * @param {import('electron-builder').AfterPackContext} context
 */
function packagedProgram({ electronPlatformName, appOutDir, packager }) {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return path.join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${name}.exe`);
  return path.join(appOutDir, packager.appInfo.linuxPackageName);
}

/** @param {import('electron-builder').AfterPackContext} context */
export const flipAllFuses = async (context) => {
  await flipFuses(packagedProgram(context), fuses);
};
