import type { ScopeSection } from '#shared/domain/roboflow-scopes.ts';

/**
 * The sections and leaves in which every word of `text` occurs, in their title, their scope or their plain words.
 * A section whose title matches keeps all its leaves.
 */
export function filterSections(sections: readonly ScopeSection[], text: string): ScopeSection[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (haystack: string) => words.every((word) => haystack.toLowerCase().includes(word));
  return sections.flatMap((section) => {
    if (matches(section.title)) return [section];
    const leaves = section.leaves.filter((leaf) =>
      matches(`${section.title} ${leaf.scope} ${leaf.verb} ${leaf.object}`),
    );
    return leaves.length > 0 ? [{ ...section, leaves }] : [];
  });
}
