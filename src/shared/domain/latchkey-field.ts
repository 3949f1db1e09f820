/**
 * The one field of a key's metadata in which administrators share what they note about it: read, merged, written. Pure.
 *
 * The field is `{version, environment, owner, consumers, purpose, notes, changed}`; `changed` says when each was set.
 * It is written as JSON text, since text is the only kind of value that platforms document, and read in either form.
 * Whatever else is in it, or beside it, stays as it is. See docs/decisions/0020-shared-annotations.md.
 */
import {
  type AnnotationField,
  type AnnotationPatch,
  type Annotations,
  annotationFields,
  annotationPatchSchema,
  annotationProblem,
  sameAnnotation,
  tidyAnnotations,
} from './annotations.ts';

export const latchkeyFieldName = 'latchkey';
/** Of the field's form. A higher one means something this version cannot know. */
const fieldVersion = 1;

/** RFC 3339 in UTC with milliseconds, so that text order is time order; a field that was never set has none. */
export type AnnotationTimes = { [Field in AnnotationField]?: string };

/** What is noted here about one key. `unsent`: set here, and not in the key's metadata yet. */
export type Noted = { values: Annotations; at: AnnotationTimes; unsent: readonly AnnotationField[] };

/** What a key's metadata says. A part that makes no sense counts as absent. */
export type SharedField =
  | { kind: 'none' }
  /** Not ours, broken, or of a newer version: never overwritten. */
  | { kind: 'unreadable' | 'newer' }
  | { kind: 'read'; values: AnnotationPatch; at: AnnotationTimes };

export function readLatchkeyField(metadata: Readonly<Record<string, unknown>>): SharedField {
  const opened = openField(metadata);
  if (opened.kind !== 'open') return opened;
  const values: AnnotationPatch = {};
  const at: AnnotationTimes = {};
  for (const field of annotationFields) {
    const value = sensible(field, opened.content[field]);
    if (!value) continue;
    Object.assign(values, value);
    at[field] = timeOf(opened.content.changed, field);
  }
  return { kind: 'read', values, at };
}

/**
 * Takes over what others noted: the newer of each field. What was set here and has not arrived there stays; what is the
 * same on both sides has arrived. Something newer here that somebody's older write replaced is to be sent again.
 */
export function mergeIn(here: Noted, there: SharedField): Noted {
  if (there.kind !== 'read') return here;
  const merged = { values: { ...here.values }, at: { ...here.at } };
  const unsent = new Set(here.unsent);
  for (const field of annotationFields) {
    const value = there.values[field];
    if (value === undefined) continue;
    const [ours, theirs] = [here.at[field] ?? '', there.at[field] ?? ''];
    if (sameAnnotation(value, here.values[field])) {
      unsent.delete(field);
      merged.at[field] = theirs > ours ? theirs : ours;
    } else if (theirs >= ours && !unsent.has(field)) {
      Object.assign(merged.values, { [field]: value });
      merged.at[field] = theirs;
    } else {
      unsent.add(field);
    }
  }
  return { ...merged, unsent: inOrder(unsent) };
}

/**
 * For the moment sharing is switched on: of what was noted before and never meant to be sent, fields that others set
 * later give way. Afterwards what is set here always gets there.
 */
export function giveWay(here: Noted, there: SharedField): Noted {
  if (there.kind !== 'read') return here;
  const later = (field: AnnotationField) => (there.at[field] ?? '') > (here.at[field] ?? '');
  return mergeIn({ ...here, unsent: here.unsent.filter((field) => !later(field)) }, there);
}

/** Sets fields here; those that have the value already are left alone. */
export function setHere(here: Noted, patch: AnnotationPatch, now: string): Noted {
  const changed = annotationFields.filter(
    (field) => patch[field] !== undefined && !sameAnnotation(patch[field], here.values[field]),
  );
  return {
    values: { ...here.values, ...pick(patch, changed) },
    at: { ...here.at, ...Object.fromEntries(changed.map((field) => [field, now])) },
    unsent: inOrder(new Set([...here.unsent, ...changed])),
  };
}

/** The metadata with the unsent fields in it, and what these are; or why the field cannot be written. */
export type WrittenField =
  | { kind: 'written'; metadata: Record<string, unknown>; sent: AnnotationPatch }
  | { kind: 'unreadable' | 'newer' };

/** Each field sent is newer than what it replaces, also where the other side's clock runs ahead. */
export function writeLatchkeyField(metadata: Readonly<Record<string, unknown>>, here: Noted): WrittenField {
  const opened = openField(metadata);
  if (opened.kind === 'unreadable' || opened.kind === 'newer') return opened;
  const sent = pick(here.values, here.unsent);
  if (here.unsent.length === 0) return { kind: 'written', metadata: { ...metadata }, sent };
  const before = opened.kind === 'open' ? opened.content : {};
  const times = isRecord(before.changed) ? before.changed : {};
  const changed = here.unsent.map((field) => [field, later(here.at[field], timeOf(times, field))]);
  const content = {
    ...before,
    version: fieldVersion,
    ...sent,
    changed: { ...times, ...Object.fromEntries(changed) },
  };
  const asObject = isRecord(metadata[latchkeyFieldName]);
  return {
    kind: 'written',
    metadata: { ...metadata, [latchkeyFieldName]: asObject ? content : JSON.stringify(content) },
    sent,
  };
}

type Opened =
  | { kind: 'open'; content: Record<string, unknown> }
  | { kind: 'none' }
  | { kind: 'unreadable' | 'newer' };

function openField(metadata: Readonly<Record<string, unknown>>): Opened {
  // `null` and empty text are how a field is emptied where it cannot be taken away.
  const raw = Object.hasOwn(metadata, latchkeyFieldName) ? metadata[latchkeyFieldName] : undefined;
  if (raw === undefined || raw === null || raw === '') return { kind: 'none' };
  const content = typeof raw === 'string' ? parsed(raw) : raw;
  if (!isRecord(content)) return { kind: 'unreadable' };
  // Written by hand it may have none.
  const version = content.version ?? fieldVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'unreadable' };
  return version > fieldVersion ? { kind: 'newer' } : { kind: 'open', content };
}

/** The field alone, tidied, where its value is one that could have been typed here. */
function sensible(field: AnnotationField, value: unknown): AnnotationPatch | null {
  if (value === undefined) return null;
  const parsed = annotationPatchSchema.safeParse({ [field]: value });
  if (!parsed.success || annotationProblem(parsed.data) !== null) return null;
  return tidyAnnotations(parsed.data);
}

/** Empty for no time, or one that cannot be: older than every time there is. */
function timeOf(changed: unknown, field: AnnotationField): string {
  const time = isRecord(changed) ? changed[field] : undefined;
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time)) return '';
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
}

function later(here = '', there: string): string {
  if (there === '' || here > there) return here;
  return new Date(Date.parse(there) + 1).toISOString();
}

function pick(values: AnnotationPatch, fields: readonly AnnotationField[]): AnnotationPatch {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** Always the same order, so that equal states are equal texts in the store. */
function inOrder(fields: ReadonlySet<AnnotationField>): AnnotationField[] {
  return annotationFields.filter((field) => fields.has(field));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
