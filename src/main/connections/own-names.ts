/** Names that people give to connections and workspaces, as typed in a form. */
import { longestOwnName } from '#shared/ipc/connections.ts';
import { AppError } from '../system/app-error.ts';

/** Null for an empty one, which takes the own name away. Throws `bad-input` beside the field. */
export function readOwnName(typed: string): string | null {
  const name = typed.trim().normalize('NFC');
  const length = [...name].length;
  if (length > longestOwnName) refuse(`The name has ${length} characters; ${longestOwnName} are allowed.`);
  if (/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name))
    refuse('The name holds a line break or an invisible character.');
  return name || null;
}

function refuse(message: string): never {
  throw new AppError({ code: 'bad-input', field: 'name', message });
}

/** Whether two names look the same to a person in a hurry. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLowerCase();
  return plain(one) === plain(other);
}
