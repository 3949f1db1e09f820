/** One scope in words, whatever its platform; a scope this version does not know as it came. */
import { cellOf } from '#shared/domain/datature-vi-access.ts';
import { roboflowLeaf } from '#shared/domain/roboflow-scopes.ts';

export function scopeWords(scope: string): string {
  if (scope === 'project') return 'manage projects, upload datasets, train models, make predictions';
  if (scope === 'inference') return 'run trained models';
  const cell = cellOf(scope);
  if (cell) return cell.phrases.join(', ');
  const leaf = roboflowLeaf(scope);
  return leaf ? `${leaf.verb} ${leaf.object}` : scope;
}
