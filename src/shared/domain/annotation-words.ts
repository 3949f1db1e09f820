/** A change of what is noted about a key, in the words of its activity. */
import {
  type AnnotationField,
  type Annotations,
  annotationFields,
  annotationLabels,
  sameAnnotation,
} from './annotations.ts';
import { environmentLabels } from './environment.ts';

/** One sentence for each field that changed. Long texts are named and not repeated. */
export function describeAnnotating(before: Annotations, after: Annotations): string {
  return annotationFields
    .filter((field) => !sameAnnotation(before[field], after[field]))
    .map((field) => describeField(field, before, after))
    .join(' ');
}

function describeField(field: AnnotationField, before: Annotations, after: Annotations): string {
  const label = annotationLabels[field];
  switch (field) {
    case 'environment':
      return `${label}: ${environmentLabels[before.environment]} to ${environmentLabels[after.environment]}.`;
    case 'owner':
      return after.owner === null ? `${label} removed.` : `${label}: ${after.owner}.`;
    case 'consumers':
      return after.consumers.length === 0
        ? `${label}: nothing any more.`
        : `${label}: ${after.consumers.join(', ')}.`;
    default:
      return after[field] === null
        ? `${label} removed.`
        : `${label} ${before[field] === null ? 'added' : 'changed'}.`;
  }
}

/** The fields by name, as in "environment, owner and notes". */
export function listAnnotationFields(fields: readonly AnnotationField[]): string {
  const names = fields.map((field) => annotationLabels[field].toLowerCase());
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
