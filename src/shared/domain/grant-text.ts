/** Grants in words: the plain sentence of the scope editor and the short label of a table row. */
import { accessLabel, accessScopes, cellName, cellOf, permissionLabel } from './datature-vi-access.ts';
import {
  type DatatureViGrant,
  type Grant,
  isFullAccess,
  listedScopes,
  type WorkspaceKeysGrant,
} from './grant.ts';
import { presetOf } from './presets.ts';
import { roboflowLeaf, roboflowSections, type ScopeLeaf } from './roboflow-scopes.ts';

/** Past this many phrases a sentence stops being readable and ends with a count instead. */
const longestSentence = 6;
/** Past this many unknown scopes their names say nothing to a reader any more. */
const mostUnknownNamed = 3;

/** What nobody should overlook: it stays in the sentence when the rest is only counted. */
const graveVerbs = new Set(['delete', 'deploy', 'manage']);
const graveSections = ['api-key:', 'credentials:'];

/** The grant as one sentence that starts with "This key". Never empty. `folders`: how many it is restricted to; 0 for none. */
export function grantSentence(grant: Grant, folders = 0): string {
  const where = folders === 0 ? '' : `in ${folders} ${folders === 1 ? 'folder' : 'folders'}`;
  if (grant.platform === 'workspace-keys') return workspaceKeysSentence(grant);
  if (grant.platform === 'datature-vi') return datatureViSentence(grant);
  if (grant.scopes === null)
    return `This key can do everything ${where || 'in the workspace'}, now and whatever is added later.`;
  if (grant.scopes.length === 0) return 'This key can do nothing.';
  const can = joinPhrases(roboflowPhrases(grant.scopes));
  return `This key can ${can}${where && `${can.includes(',') ? ', ' : ' '}${where}`}.`;
}

/** What the scope column shows: a preset's name, or the first scopes and how many more there are. */
export function grantLabels(grant: Grant): {
  labels: string[];
  more: number;
  emphasis: 'preset' | 'full' | 'plain';
} {
  if (grant.platform === 'datature-vi') return datatureViLabels(grant);
  const audience = grant.platform === 'workspace-keys' && grant.public ? ['Public'] : [];
  const preset = presetOf(grant);
  if (preset) {
    const emphasis = preset.id === 'full-access' ? 'full' : 'preset';
    return { labels: [preset.label, ...audience], more: 0, emphasis };
  }
  const scopes = [...new Set(listedScopes(grant))];
  if (scopes.length === 0) return { labels: ['No abilities', ...audience], more: 0, emphasis: 'plain' };
  return {
    labels: [scopeLabel(grant, scopes[0] ?? ''), ...audience],
    more: scopes.length - 1,
    emphasis: 'plain',
  };
}

/** A scope as its platform's own screen writes it; where that has no name of its own, as it is on the wire. */
export function scopeLabel(grant: Grant, scope: string): string {
  const known = grant.platform === 'workspace-keys' && (scope === 'project' || scope === 'inference');
  return known ? `${scope.charAt(0).toUpperCase()}${scope.slice(1)}` : scope;
}

/** Access and permission in the platform's words, as its own table shows them: "Dataset, Training · Read Only". */
function datatureViLabels(grant: DatatureViGrant): ReturnType<typeof grantLabels> {
  const access = inOrder(grant.access);
  if (isFullAccess(grant) && access.length === accessScopes.length)
    return { labels: ['Full access'], more: 0, emphasis: 'full' };
  if (access.length === 0) return { labels: ['No abilities'], more: 0, emphasis: 'plain' };
  const label = `${access.map(accessLabel).join(', ')} · ${permissionLabel(grant.permission)}`;
  return { labels: [label], more: 0, emphasis: 'preset' };
}

function datatureViSentence(grant: DatatureViGrant): string {
  const access = inOrder(grant.access);
  const cells = access.map((each) => ({
    name: `${accessLabel(each)} at ${permissionLabel(grant.permission)}`,
    cell: cellOf(cellName(each, grant.permission)),
  }));
  const unknown = cells.filter(({ cell }) => !cell).map(({ name }) => name);
  const known = isFullAccess(grant)
    ? ['do everything in the workspace: datasets, training and deployment']
    : cells.flatMap(({ cell }) => cell?.phrases ?? []);
  const phrases = [...known, ...unknownPhrase(unknown)];
  if (phrases.length === 0) return 'This key can do nothing.';
  // A phrase with its own commas or "and" needs a stronger mark before the next.
  return `This key can ${phrases.join('; ')}.`;
}

/** The platform's own order, then what this version does not know; each once. */
function inOrder(access: readonly string[]): string[] {
  const given = new Set(access);
  const known = accessScopes.filter((scope) => given.delete(scope));
  return [...known, ...given];
}

function workspaceKeysSentence(grant: WorkspaceKeysGrant): string {
  const { project, inference, unknown } = {
    project: grant.scopes.includes('project'),
    inference: grant.scopes.includes('inference'),
    unknown: [...new Set(grant.scopes)].filter((scope) => scope !== 'project' && scope !== 'inference'),
  };
  const phrases = [
    ...(project ? ['manage projects', 'upload datasets', 'train models', 'make predictions'] : []),
    ...(inference && !project ? ['run trained models'] : []),
    ...unknownPhrase(unknown),
  ];
  const ability = phrases.length === 0 ? 'This key can do nothing.' : `This key can ${joinWords(phrases)}.`;
  return grant.public ? `${ability} It is public: anyone may hold it.` : ability;
}

type Phrase = { text: string; abilities: number; grave: boolean };

/** Leaves with one verb share it ("read projects and versions"); then verbs with one object share that. */
function roboflowPhrases(scopes: readonly string[]): Phrase[] {
  const given = new Set(scopes);
  // In the catalogue's order, so that the same abilities always make the same sentence.
  const known = roboflowSections.flatMap((section) => section.leaves).filter((leaf) => given.has(leaf.scope));
  const unknown = [...given].filter((scope) => !roboflowLeaf(scope));

  const byVerb = groupBy(known, (leaf) => leaf.verb);
  const byObjects = groupBy(byVerb, (leaves) => joinWords(leaves.map((leaf) => leaf.object)));
  const phrases = byObjects.map((groups): Phrase => {
    const leaves = groups.flat();
    const verbs = joinWords(groups.flatMap((group) => group.slice(0, 1)).map((leaf) => leaf.verb));
    const objects = joinWords((groups[0] ?? []).map((leaf) => leaf.object));
    return { text: `${verbs} ${objects}`, abilities: leaves.length, grave: leaves.some(isGrave) };
  });
  return [
    ...phrases,
    ...unknownPhrase(unknown).map((text) => ({ text, abilities: unknown.length, grave: true })),
  ];
}

function isGrave(leaf: ScopeLeaf): boolean {
  return graveVerbs.has(leaf.verb) || graveSections.some((section) => leaf.scope.startsWith(section));
}

function unknownPhrase(unknown: readonly string[]): string[] {
  if (unknown.length === 0) return [];
  if (unknown.length > mostUnknownNamed) return [`use ${unknown.length} scopes that Latchkey does not know`];
  return [`use ${joinWords(unknown)}, which Latchkey does not know`];
}

function joinPhrases(all: readonly Phrase[]): string {
  const kept = new Set([...all].sort((a, b) => Number(b.grave) - Number(a.grave)).slice(0, longestSentence));
  const left = all.filter((phrase) => !kept.has(phrase)).reduce((sum, phrase) => sum + phrase.abilities, 0);
  const texts = all.filter((phrase) => kept.has(phrase)).map((phrase) => phrase.text);
  if (left > 0) texts.push(`do ${left} more ${left === 1 ? 'thing' : 'things'}`);
  if (texts.length < 3 && !texts.some((text) => / and |,/.test(text))) return texts.join(' and ');
  if (texts.length < 2) return texts.join('');
  // A phrase with its own commas needs a stronger mark between it and the next.
  const mark = texts.some((text) => text.includes(',')) ? '; ' : ', ';
  return `${texts.slice(0, -1).join(mark)}${mark}and ${texts.at(-1)}`;
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Groups in the order in which each first occurs. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
