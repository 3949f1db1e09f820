/** What is noted about a key while it is typed: texts, of which a patch is made for what differs from before. */
import {
  type AnnotationField,
  type AnnotationPatch,
  type Annotations,
  annotationFields,
  annotationProblem,
  namesIn,
  sameAnnotation,
  tidyAnnotations,
} from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';

export type Draft = Pick<Annotations, 'environment'> & {
  [Field in Exclude<AnnotationField, 'environment'>]: string;
};

export const emptyDraft: Draft = {
  environment: 'unassigned',
  owner: '',
  consumers: '',
  purpose: '',
  notes: '',
};

export function draftOf({ environment, owner, consumers, purpose, notes }: Annotations): Draft {
  return {
    environment,
    owner: owner ?? '',
    consumers: consumers.join(', '),
    purpose: purpose ?? '',
    notes: notes ?? '',
  };
}

/** Only what was typed otherwise. A name with a comma in it, which somebody noted elsewhere, stays whole while the line is left alone. */
export function patchOf(draft: Draft, before: Annotations): AnnotationPatch {
  const old = draftOf(before);
  const typed = tidyAnnotations({
    environment: draft.environment,
    owner: draft.owner,
    consumers: draft.consumers === old.consumers ? before.consumers : namesIn(draft.consumers),
    purpose: draft.purpose,
    notes: draft.notes,
  });
  return pick(typed, (field) => !sameAnnotation(typed[field], before[field]));
}

/** What a patch has to be to take another one back. */
export function patchBack(patch: AnnotationPatch, before: Annotations): AnnotationPatch {
  return pick(before, (field) => patch[field] !== undefined);
}

/** What stands beside a field: what main refused it for, else what is wrong with it as it is typed. */
export function problemBeside(
  field: AnnotationField,
  patch: AnnotationPatch,
  refused: ErrorInfo | null,
): { message: string; hint?: string | undefined } | null {
  if (refused?.field === field) return refused;
  const value = patch[field];
  if (value === undefined) return null;
  const problem = annotationProblem({ [field]: value });
  return problem?.field === field ? problem : null;
}

function pick(values: AnnotationPatch, wanted: (field: AnnotationField) => boolean): AnnotationPatch {
  return Object.fromEntries(
    annotationFields
      .filter((field) => values[field] !== undefined && wanted(field))
      .map((field) => [field, values[field]]),
  );
}
