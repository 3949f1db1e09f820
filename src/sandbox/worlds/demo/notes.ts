// What administrators noted about a key, as their Latchkey wrote it into the metadata: one field of JSON text.
import type { Environment } from './history.ts';

export interface Note {
  environment: Environment;
  owner?: string;
  consumers?: readonly string[];
  purpose?: string;
}

/** `at`: when it was noted, which is as good as when the key was made. */
export function noteField(note: Note, at: Date): Record<string, string> {
  const changed = Object.fromEntries(Object.keys(note).map((field) => [field, at.toISOString()]));
  return { latchkey: JSON.stringify({ version: 1, ...note, changed }) };
}
