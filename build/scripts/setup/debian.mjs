// System packages, on the one kind of system where we may install them: as root on Debian and its relatives.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cacheDir } from '../lib/project.mjs';
import { run, which } from '../lib/run.mjs';
import { step } from '../lib/say.mjs';

const remembered = `${cacheDir}/system-packages.json`;
const installTimeout = 10 * 60_000;

/** Whether this process may install system packages here. */
export const mayInstall = () => process.getuid?.() === 0 && which('apt-get') !== undefined;

/** Whether this is Debian itself: Ubuntu's `chromium` package is a pointer to a snap, useless in a container. */
export function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

const hasCompiler = () => ['make', 'g++', 'python3', 'pkg-config'].every((tool) => which(tool) !== undefined);

/** Packages to have before the dependencies are installed: keytar is compiled against libsecret. */
export async function missingForInstall() {
  if (!mayInstall() || !hasCompiler()) return [];
  const found = await run('pkg-config', ['--exists', 'libsecret-1']);
  return found.code === 0 ? [] : ['libsecret-1-dev'];
}

/** Packages the tests use when they are there: a screen, a bus, a keychain and a clipboard of their own. */
export function missingForTests() {
  if (!mayInstall()) return [];
  const wanted = /** @type {const} */ ([
    ['Xvfb', 'xvfb'],
    ['dbus-run-session', 'dbus'],
    ['gnome-keyring-daemon', 'gnome-keyring'],
    ['xsel', 'xsel'],
  ]);
  return wanted.filter(([program]) => which(program) === undefined).map(([, name]) => name);
}

/** @param {string} file */
const readNames = async (file) =>
  existsSync(file) ? /** @type {string[]} */ (JSON.parse(await readFile(file, 'utf8'))) : [];

/**
 * Installs packages under one progress line. A failure is said and lived with: every caller has another way.
 * What has failed once is not tried again until the next `npm ci`, so that no command waits for it twice.
 * @param {string[]} names
 */
export async function installSystemPackages(names) {
  const failedBefore = await readNames(remembered);
  const wanted = names.filter((name) => !failedBefore.includes(name));
  if (wanted.length === 0) return;
  const installed = await step(
    `Installing system packages (${wanted.join(', ')})`,
    async () => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const options = { env, timeout: installTimeout };
      const args = [
        '-qq',
        '-y',
        '--no-install-recommends',
        '-o',
        'DPkg::Lock::Timeout=120',
        'install',
        ...wanted,
      ];
      if ((await run('apt-get', args, options)).code === 0) return true;
      // A fresh container has no package lists.
      await run('apt-get', ['-qq', 'update'], options);
      return (await run('apt-get', args, options)).code === 0;
    },
    (done) => (done ? 'done' : 'not possible, going on without,'),
  );
  if (!installed) {
    await mkdir(cacheDir, { recursive: true });
    await writeFile(remembered, JSON.stringify([...failedBefore, ...wanted]));
  }
}
