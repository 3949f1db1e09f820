/** Looks for secrets in the raw bytes of files: the profile, the logs and the database after an end-to-end run. */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Tells where, never what: findings are printed when a test fails. */
export type Finding = {
  file: string;
  /** In bytes from the start of the file. */
  offset: number;
  form: string;
  /** The position in the list of secrets that was looked for. */
  secret: number;
};

type Needle = { bytes: Buffer; form: string; secret: number };

const shortestSecret = 8;
const chunkSize = 4 * 1024 * 1024;

/**
 * Reads every file below the folders, each form of each secret at its first place. Throws when a folder is missing or
 * nothing was read, since a scan of nothing would find nothing. Compressed content is not unpacked.
 */
export async function scanForSecrets(
  folders: readonly string[],
  secrets: readonly string[],
): Promise<Finding[]> {
  const needles = secrets.flatMap((secret, at) => needlesOf(secret, at));
  if (needles.length === 0) throw new Error('Name at least one secret to look for.');
  const files = (await Promise.all(folders.map(filesBelow))).flat();
  if (files.length === 0) throw new Error(`There is no file to look into below ${folders.join(', ')}.`);

  const findings: Finding[] = [];
  for (const file of files) findings.push(...(await scanFile(file, needles)));
  return findings;
}

/** Links are not followed: what they point to is below one of the folders, or not ours. */
async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    if (entry.isDirectory()) files.push(...((await ifStillThere(filesBelow(path))) ?? []));
  }
  return files;
}

/** In pieces that overlap by the longest needle, so that none is missed at a seam. */
async function scanFile(file: string, needles: readonly Needle[]): Promise<Finding[]> {
  const handle = await ifStillThere(open(file));
  if (!handle) return [];
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const piece = Buffer.alloc(chunkSize + overlap);
  const found = new Map<Needle, number>();
  try {
    for (let start = 0; ; start += chunkSize) {
      const length = await fill(handle, piece, start);
      const content = piece.subarray(0, length);
      for (const needle of needles) {
        const at = found.has(needle) ? -1 : content.indexOf(needle.bytes);
        if (at >= 0) found.set(needle, start + at);
      }
      if (length < piece.length) break;
    }
  } finally {
    await handle.close();
  }
  return [...found].map(([{ form, secret }, offset]) => ({ file, offset, form, secret }));
}

/** One read may answer less than was asked for; only 0 means the end of the file. */
async function fill(
  handle: Awaited<ReturnType<typeof open>>,
  into: Buffer,
  position: number,
): Promise<number> {
  let length = 0;
  while (length < into.length) {
    const { bytesRead } = await handle.read(into, length, into.length - length, position + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/** A browser that is closing still removes files of its own. */
async function ifStillThere<Value>(work: Promise<Value>): Promise<Value | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function needlesOf(secret: string, at: number): Needle[] {
  if (secret.length < shortestSecret) {
    throw new Error(
      `Secret ${at} is shorter than ${shortestSecret} characters: it would be found by accident.`,
    );
  }
  const bytes = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const inJson = JSON.stringify(secret).slice(1, -1);
  const asciiJson = inJson.replace(/[^\x20-\x7e]/g, escapeUnit);
  const forms: [form: string, bytes: Buffer | string][] = [
    ['utf-8', bytes],
    ['utf-16le', utf16],
    ['utf-16be', Buffer.from(utf16).swap16()],
    ['hex', bytes.toString('hex')],
    ['hex, upper case', bytes.toString('hex').toUpperCase()],
    ['URL-encoded', encodeURIComponent(secret)],
    ['form-encoded', new URLSearchParams({ _: secret }).toString().slice(2)],
    ['JSON', inJson],
    ['JSON in ASCII', asciiJson],
    ['JSON in JSON', JSON.stringify(inJson).slice(1, -1)],
    ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
  ];

  const seen = new Set<string>();
  const needles: Needle[] = [];
  for (const [form, value] of forms) {
    const needle = { form, secret: at, bytes: typeof value === 'string' ? Buffer.from(value) : value };
    const key = needle.bytes.toString('latin1');
    if (!seen.has(key)) needles.push(needle);
    seen.add(key);
  }
  return needles;
}

/**
 * base64 of a text that has the secret in it somewhere: how the secret looks then depends on how many bytes stand before
 * it, counted in threes; the characters at both ends mix with their neighbours and are left off.
 */
function base64At(bytes: Buffer, shift: number): [form: string, text: string][] {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
  const inner = (text: string): string => {
    const whole = Math.floor((padded.length * 8) / 6);
    return text.slice(Math.ceil((shift * 8) / 6), whole);
  };
  return [
    [`base64, ${shift} before`, inner(padded.toString('base64'))],
    [`base64url, ${shift} before`, inner(padded.toString('base64url'))],
  ];
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
