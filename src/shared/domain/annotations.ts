/**
 * What people note about a key: where it is used, whose it is, what uses it, what for. Kept by Latchkey, and written into
 * the key where the platform has metadata and an administrator wants that (latchkey-field.ts).
 */
import { z } from '../zod.ts';
import { environmentSchema } from './environment.ts';
import { holdsSecret } from './key-name.ts';

/** In characters as people count them. */
const annotationLimits = {
  owner: 200,
  consumer: 120,
  /** Names in the list. */
  consumers: 50,
  purpose: 500,
  notes: 4000,
} as const;

export const annotationsSchema = z.strictObject({
  environment: environmentSchema,
  /** A person or a team; null where nobody was named. */
  owner: z.string().nullable(),
  /** Names of what uses the key: services, machines, pipelines. */
  consumers: z.array(z.string()),
  purpose: z.string().nullable(),
  notes: z.string().nullable(),
});
export type Annotations = z.infer<typeof annotationsSchema>;
export type AnnotationField = keyof Annotations;
export const annotationFields = annotationsSchema.keyof().options;

/** Only the fields present are changed. */
export type AnnotationPatch = { [Field in AnnotationField]?: Annotations[Field] };

/** As typed: longer than the limits, so that a sentence says what is wrong and nothing is cut silently. */
const typed = z.string().max(20_000);
export const annotationPatchSchema = z.strictObject({
  environment: environmentSchema.exactOptional(),
  owner: typed.nullable().exactOptional(),
  consumers: z.array(typed).max(1000).exactOptional(),
  purpose: typed.nullable().exactOptional(),
  notes: typed.nullable().exactOptional(),
});

export const noAnnotations: Annotations = {
  environment: 'unassigned',
  owner: null,
  consumers: [],
  purpose: null,
  notes: null,
};

export const annotationLabels: Readonly<Record<AnnotationField, string>> = {
  environment: 'Environment',
  owner: 'Owner',
  consumers: 'Used by',
  purpose: 'Purpose',
  notes: 'Notes',
};

/** Without white space around texts, empty texts as null, each consumer once. Every patch goes through here before it is kept. */
export function tidyAnnotations(patch: AnnotationPatch): AnnotationPatch {
  const { environment, owner, consumers, purpose, notes } = patch;
  return {
    ...(environment !== undefined && { environment }),
    ...(owner !== undefined && { owner: tidyText(owner) }),
    ...(consumers !== undefined && { consumers: tidyNames(consumers) }),
    ...(purpose !== undefined && { purpose: tidyText(purpose) }),
    ...(notes !== undefined && { notes: tidyText(notes) }),
  };
}

/** Consumers as they are typed into one line: separated by commas or line breaks. */
export function namesIn(line: string): string[] {
  return tidyNames(line.split(/[,\n]/));
}

export type AnnotationProblem = { field: Exclude<AnnotationField, 'environment'>; message: string };

/** The first thing that is wrong with a patch, as a sentence to show beside its field; null where nothing is. */
export function annotationProblem(patch: AnnotationPatch): AnnotationProblem | null {
  const { owner, consumers, purpose, notes } = tidyAnnotations(patch);
  const found = [
    ['owner', lineProblem('The owner', owner, annotationLimits.owner)],
    ['consumers', namesProblem(consumers)],
    ['purpose', lineProblem('The purpose', purpose, annotationLimits.purpose)],
    ['notes', notesProblem(notes)],
  ] as const;
  for (const [field, message] of found) if (message !== null) return { field, message };
  return null;
}

export function sameAnnotation(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function tidyText(text: string | null): string | null {
  return text?.trim() || null;
}

function tidyNames(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
}

function namesProblem(names: readonly string[] | undefined): string | null {
  if (!names) return null;
  if (names.length > annotationLimits.consumers) {
    return `${names.length} names; ${annotationLimits.consumers} are allowed.`;
  }
  for (const name of names) {
    const problem = lineProblem('A name in this list', name, annotationLimits.consumer);
    if (problem !== null) return problem;
  }
  return null;
}

/** A text of one line. */
function lineProblem(subject: string, text: string | null | undefined, limit: number): string | null {
  if (!text) return null;
  if (/\p{Cc}/u.test(text)) return `${subject} holds a line break or another control character.`;
  return textProblem(subject, text, limit, 'has');
}

function notesProblem(text: string | null | undefined): string | null {
  if (!text) return null;
  if (/[^\P{Cc}\n\r\t]/u.test(text)) return 'The notes hold a control character.';
  return textProblem('The notes', text, annotationLimits.notes, 'have');
}

function textProblem(subject: string, text: string, limit: number, has: 'has' | 'have'): string | null {
  const length = [...text].length;
  if (length > limit) return `${subject} ${has} ${length} characters; ${limit} are allowed.`;
  if (/[\u202a-\u202e\u2066-\u2069]/u.test(text))
    return `${subject} ${has === 'has' ? 'holds' : 'hold'} an invisible character.`;
  if (holdsSecret(text)) return 'This looks like a secret. What is noted here can be read by others.';
  return null;
}
