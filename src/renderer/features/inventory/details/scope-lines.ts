/** A list of fine-grained scopes as a few lines, one for each section, for reading. */
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';

export type ScopeLine = {
  id: string;
  title: string;
  abilities: readonly string[];
  /** Scopes that this version of Latchkey does not know, shown as the platform sent them. */
  unknown: boolean;
};

/** Sections in the order of the catalogue, then what is not in it. Every scope appears exactly once. */
export function scopeLines(scopes: readonly string[]): ScopeLine[] {
  const left = new Set(scopes);
  const lines: ScopeLine[] = [];
  for (const section of roboflowSections) {
    const leaves = section.leaves.filter((leaf) => left.delete(leaf.scope));
    if (leaves.length === 0) continue;
    const abilities = leaves.map(({ label }) => label);
    lines.push({ id: section.id, title: section.title, abilities, unknown: false });
  }
  if (left.size > 0) lines.push({ id: '', title: 'Not known here', abilities: [...left], unknown: true });
  return lines;
}
