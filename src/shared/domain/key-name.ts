/** The rules for a key's name, the same in the window (while typing) and in main (before sending). */

/** Shapes of real secrets: somebody who pastes one into the name field would publish it to every colleague. */
const secretShapes = [
  /^dtvi_\S{12,}$/i,
  /^rf_\S{16,}$/i,
  /^rfcs_\S+$/i,
  /^[0-9a-f]{32,}$/i,
  /^eyJ[\w-]+\.[\w-]+\./,
];

/** Shortest run that is long enough to be a secret without a known beginning (Roboflow's have 20 characters). */
const shortestRandom = 16;

/**
 * What is wrong with a name, as a sentence to show beside the field, or null where nothing is.
 * `maxLength` counts characters as people do. `taken`: whether another key of the workspace has this name (the
 * caller knows, by looking at the inventory).
 */
export function nameProblem(name: string, rules: { maxLength: number; taken: boolean }): string | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'A name is needed. Say what uses the key.';
  const length = [...trimmed].length;
  if (length > rules.maxLength) return `The name has ${length} characters; ${rules.maxLength} are allowed.`;
  if (/\p{Cc}/u.test(trimmed)) return 'The name holds a line break or another control character.';
  // Marks that turn the writing direction can make one name read like another.
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(trimmed)) return 'The name holds an invisible character.';
  if (holdsSecret(trimmed)) {
    return 'This looks like a secret. Names are visible to everyone in the workspace.';
  }
  if (rules.taken) return 'Another key of this workspace has this name already.';
  return null;
}

/** Whether any word of a text has the shape of a secret, so that it must not be written where others read it. */
export function holdsSecret(text: string): boolean {
  return text.split(/[\s=:"']+/).some(looksLikeSecret);
}

function looksLikeSecret(word: string): boolean {
  return secretShapes.some((shape) => shape.test(word)) || word.split(/[-_.]/).some(isRandomRun);
}

/**
 * Random letters and digits change their kind (lower, upper, digit) at nearly every second place and hold few
 * runs that could be words. Names with capitals and numbers in them ("iPhone15ProMaxDemo") are mostly words.
 */
function isRandomRun(run: string): boolean {
  if (run.length < shortestRandom || !/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[a-zA-Z\d]+$/.test(run)) return false;
  const changes = run.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d)|\d(?=[a-zA-Z])/g)?.length ?? 0;
  const inWords = run.match(/[A-Z]?[a-z]{3,}/g)?.join('').length ?? 0;
  return changes / run.length > 0.22 && inWords / run.length < 0.45;
}
