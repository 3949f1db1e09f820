// Fills the blanks in a key's name: `line{line}-uploader` becomes `line4-uploader`.
import type { Random } from '../../core/random.ts';
import type { RoboflowOrganization } from './organizations.ts';

const PLACES = ['crane', 'gate', 'belt', 'dock', 'press', 'oven', 'yard', 'sorter'];
const TOOLS = ['notebook', 'colab', 'laptop', 'scratch', 'labeling-test', 'cli'];

/** Blank to what may stand in it. */
export type Vocabulary = Readonly<Record<string, (random: Random) => string>>;

export function vocabularyOf({ sites, topics, vendors, people }: RoboflowOrganization): Vocabulary {
  return {
    site: (random) => random.pick(sites),
    topic: (random) => random.pick(topics),
    vendor: (random) => random.pick(vendors),
    person: (random) => random.pick(people).split('@')[0] ?? '',
    place: (random) => random.pick(PLACES),
    tool: (random) => random.pick(TOOLS),
    line: (random) => String(random.int(1, 24)),
    nn: (random) => String(random.int(1, 24)).padStart(2, '0'),
    n: (random) => String(random.int(1, 6)),
  };
}

/** A name that is not yet in `taken`, and puts it there. */
export function newName(
  pattern: string,
  vocabulary: Vocabulary,
  random: Random,
  taken: Set<string>,
): string | undefined {
  // A pattern with few blanks runs dry; the caller then takes another.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const name = pattern.replace(/\{(\w+)\}/g, (blank, word) => vocabulary[word]?.(random) ?? blank);
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
  return undefined;
}

/** Who made a key: the person its name begins with (`ana-notebook`), else anybody. */
export function creatorOf(name: string, people: readonly string[], random: Random): string {
  const anybody = random.pick(people);
  return people.find((person) => name.startsWith(`${person.split('@')[0]}-`)) ?? anybody;
}
