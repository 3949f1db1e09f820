/** What a role alone allows. Owners and admins make and change keys, members look at them; on every platform that tells roles. */
import type { Role } from './workspace.ts';

/**
 * Why the acting login can change nothing in a workspace, and whom to ask; null where it can. A role that the platform does
 * not tell is no reason to refuse: it will say so itself.
 */
export function whyNotRole({ name, role }: { name: string; role: Role | null }): string | null {
  if (role !== 'member') return null;
  return `This login is a member of ${name}, and only owners and admins make and change keys there. Ask an owner or admin of ${name}.`;
}
