/** Takes everything that authenticates out of what is about to be logged. The log has no other exit. */

const gone = '[redacted]';
/** Below this a registered value is left alone: blacking out `ab` everywhere would only make the log unreadable. */
const shortestSecret = 4;
/** In characters; an answer of megabytes helps nobody in a log, and the patterns would take their time. */
const longestText = 8_000;

/** Fields whose value authenticates, whatever it looks like; `keyId`, `keyName` or a list of `keys` do not. */
const secretField =
  /^(key|authorization|cookie|set-cookie|.*(secret|credential|token|password|passphrase)s?|.*api[-_ ]?key|.*(access|private|secret)[-_ ]?key)$/i;

const patterns: readonly [RegExp, string][] = [
  // Queries, forms and lines of .env files: Roboflow takes `api_key=` in addresses.
  [
    /\b([\w-]*(?:api[-_]?key|secret|credential|token|password|passphrase)[\w-]*|key|code(?:[-_]verifier)?)=("[^"]*"|'[^']*'|[^\s&"'#]+)/gi,
    `$1=${gone}`,
  ],
  // JSON in error bodies: Roboflow's 401 repeats the submitted key under `error.key`. The second is JSON inside JSON.
  [
    /("(?:[\w-]*(?:api[-_]?key|secret|credential|token|password|passphrase)|key)"\s*:\s*")(?:[^"\\]|\\.)*/gi,
    `$1${gone}`,
  ],
  [
    /(\\"(?:[\w-]*(?:api[-_]?key|secret|credential|token|password|passphrase)|key)\\"\s*:\s*\\")(?:(?!\\").)*/gi,
    `$1${gone}`,
  ],
  // Headers. Last, because they reach to the end of the line and could cut a quoted value above in two.
  [/(authorization["']?\s*[:=]\s*["']?)[^"',;\r\n]+/gi, `$1${gone}`],
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${gone}`],
];

/** Known formats of platforms: Datature Vi, Roboflow's publishable keys and OAuth applications. */
const knownFormat = /\b(dtvi|rfcs|rf)_[\w-]{4,}/g;

/** A run of characters that a secret could be; slashes end it, so that paths are looked at piece by piece. */
const run = /[A-Za-z0-9_+=~-]{20,}/g;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export class Redactor {
  /** Each registered value with how often it was; the forms it can be written in are made when it comes. */
  readonly #known = new Map<string, { forms: string[]; times: number }>();

  /** Blacks a value out wherever it appears, in any usual encoding. The answered function lets it go again. */
  blackOut(secret: string): () => void {
    if (secret.length < shortestSecret) return () => undefined;
    const known = this.#known.get(secret) ?? { forms: formsOf(secret), times: 0 };
    known.times += 1;
    this.#known.set(secret, known);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      known.times -= 1;
      if (known.times === 0) this.#known.delete(secret);
    };
  }

  text(text: string): string {
    // Known values first and in full length, before a pattern or the cut could leave half of one.
    let clean = this.#withoutKnown(text);
    if (clean.length > longestText) clean = `${clean.slice(0, longestText)} [cut]`;
    for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement);
    return withoutUnknown(clean);
  }

  /** For a line that is JSON already: takes only what leaves its quotes and backslashes in place. */
  line(json: string): string {
    return withoutUnknown(this.#withoutKnown(json));
  }

  /** A copy made of plain data; errors become their name, text, code, stack and cause. */
  value(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? String(value) : value;
    if (depth > 6) return '[deeper]';
    if (value instanceof Error) return this.#error(value, depth);
    if (value instanceof Date) return value.toJSON();
    // Bytes could be a secret as well as a picture, and nobody reads them in a log.
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
    if (Array.isArray(value)) return value.map((each) => this.value(each, depth + 1));
    const entries = Object.entries(value).map(([name, each]) => [
      this.text(name),
      secretField.test(name) && each !== null && each !== undefined ? gone : this.value(each, depth + 1),
    ]);
    return Object.fromEntries(entries);
  }

  #withoutKnown(text: string): string {
    let clean = text;
    for (const { forms } of this.#known.values()) {
      for (const form of forms) clean = clean.replaceAll(form, gone);
    }
    return clean;
  }

  #error(error: Error, depth: number): unknown {
    const { name, message, stack, cause } = error;
    const code = 'code' in error ? error.code : undefined;
    return this.value({ name, message, code, stack, cause }, depth);
  }
}

function withoutUnknown(text: string): string {
  const clean = text.replace(knownFormat, `$1_${gone}`);
  return clean.replace(run, (word) => (looksRandom(word) ? gone : word));
}

/** Longer forms first, so that none is left half when it contains another. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const inJson = JSON.stringify(secret).slice(1, -1);
  const forms = [
    secret,
    inJson,
    // Error bodies travel as text inside JSON.
    JSON.stringify(inJson).slice(1, -1),
    encodeURIComponent(secret),
    new URLSearchParams({ _: secret }).toString().slice(2),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/**
 * Secrets mix letters and digits, or the cases of letters, without the regularity of words. Wrong in doubt towards
 * redacting: a hash lost from a log hurts less than a key kept in it. UUIDs are Latchkey's own ids.
 */
function looksRandom(word: string): boolean {
  if (uuid.test(word)) return false;
  const letters = word.replace(/[^A-Za-z]/g, '');
  if (/\d/.test(word) && letters.length > 0) return entropy(word) > 3;
  const changes = [...letters].filter((letter, at) => at > 0 && isUpper(letter) !== isUpper(letters[at - 1]));
  return changes.length > letters.length / 3;
}

const isUpper = (letter: string | undefined): boolean => letter !== undefined && letter < 'a';

/** Shannon's, in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
