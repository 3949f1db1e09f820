/** Why the key that a connection signs in with is safe from it, in one place for every way to lose a login. */

/** What would take the login away, or a part of what it can do. */
export type LossOfLogin = 'disable' | 'quarantine' | 'delete' | 'narrow' | 'roll' | 'rotate' | 'compromised';

/** `workspace`: its name, where that is not on screen already. */
export function whyNotThisLogin(loss: LossOfLogin, workspace = 'this workspace'): string {
  return `Latchkey signs in to ${workspace} with this very key, so it cannot ${words[loss]}.`;
}

const words: Readonly<Record<LossOfLogin, string>> = {
  disable: 'disable it',
  quarantine: 'put it in quarantine',
  delete: 'delete it',
  narrow: 'narrow it',
  roll: 'roll it',
  rotate: 'delete it at the end of a rotation',
  compromised: 'end its secret',
};
