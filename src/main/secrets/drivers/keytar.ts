import { type SecretDriver, serviceName } from './driver.ts';

/** Null where keytar's binary is missing: it is an optional dependency, which npm may have failed to build. */
export async function loadKeytar(service: string = serviceName): Promise<SecretDriver | null> {
  const keytar = await importKeytar();
  if (!keytar) return null;
  return {
    name: 'keytar',
    // On Linux keytar answers null for an item of a locked keyring whose unlock prompt was dismissed
    // (atom/node-keytar#422), and false when asked to delete it.
    hidesLock: process.platform === 'linux',
    get: (account) => keytar.getPassword(service, account),
    set: (account, secret) => keytar.setPassword(service, account, secret),
    delete: (account) => keytar.deletePassword(service, account),
  };
}

async function importKeytar(): Promise<typeof import('keytar') | null> {
  try {
    // keytar is CommonJS: of its functions, Node sees only some by name, all of them on the default export.
    const module: { default?: typeof import('keytar') } = await import('keytar');
    return module.default ?? null;
  } catch {
    return null;
  }
}
