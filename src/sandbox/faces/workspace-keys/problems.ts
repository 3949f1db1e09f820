// The refusals that only this face has; the others are in core/problem.ts.
import { Problem } from '../../core/problem.ts';

/** Does not say which of the three it was: that would help only someone who guesses. */
export const notSignedIn = () =>
  new Problem(401, 'Not signed in', 'The request carries no token, or one that is unknown or deleted.');

export const unknownScope = () =>
  new Problem(422, 'Unknown scope', 'Scopes are "project" and "inference"; nothing else is known.');
