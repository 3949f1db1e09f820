// How Latchkey becomes an installable program: `npm run package`.
import { flipAllFuses } from './fuses.mjs';

const entitlements = 'build/packaging/entitlements.mac.plist';

/** @type {import('electron-builder').Configuration} */
const configuration = {
  appId: 'app.latchkey.desktop',
  productName: 'Latchkey',
  directories: { output: 'dist', buildResources: 'build/icons' },
  files: [
    'out/**',
    '!out/.sources',
    'package.json',
    // The Node that development runs on: the packaged program is its own.
    '!node_modules/node-{linux,win}-*/**',
    // Sources of what ships compiled.
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/keytar/{src,build/Release/obj.target}/**',
  ],
  asar: true,
  // The system's loader opens shared objects itself and cannot look into an archive.
  asarUnpack: ['**/*.node'],
  // The native modules are N-API binaries: what runs on Node runs on Electron, and nothing is compiled here.
  npmRebuild: false,
  afterPack: flipAllFuses,
  mac: {
    icon: 'build/icons/icon.png',
    category: 'public.app-category.developer-tools',
    target: ['dmg', 'zip'],
    hardenedRuntime: true,
    entitlements,
    entitlementsInherit: entitlements,
  },
  win: { icon: 'build/icons/icon.png', target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false },
  linux: {
    icon: 'build/icons/icon.png',
    category: 'Development',
    target: ['AppImage', 'deb'],
    maintainer: 'The Latchkey authors',
    syncDesktopName: true,
  },
  // keytar is linked against libsecret.
  deb: {
    depends: [
      'libsecret-1-0',
      'libgtk-3-0',
      'libnss3',
      'libnotify4',
      'libxtst6',
      'xdg-utils',
      'libatspi2.0-0',
    ],
  },
};

export default configuration;
