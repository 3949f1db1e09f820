/** What a sign-in with the browser can end with, in our words. Nothing of an answer is copied: it may hold a code. */
import * as oauth from 'oauth4webapi';
import { notUnderstood } from '../http/failures.ts';
import { PlatformError } from '../platform-error.ts';

const startAgain = 'Nothing was stored. Start again.';

const failed = (message: string, hint: string): PlatformError =>
  new PlatformError({ code: 'sign-in-failed', message, hint });

export const wrongState = () =>
  failed(
    'What came back does not belong to this sign-in, so Latchkey did not use it.',
    `${startAgain} Close older sign-in pages first: one of them may have answered.`,
  );

/** `host`: of the server that was asked. */
export const wrongIssuer = (host: string) =>
  failed(
    `The answer came from another server than ${host}, which was asked, so Latchkey did not use it.`,
    `${startAgain} If it happens again, do not go on: ask whoever runs the platform.`,
  );

export const nobodyAnswered = (minutes: number) =>
  failed(
    `Nobody answered in the browser within ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, so the sign-in was given up.`,
    startAgain,
  );

export const noRegistration = (host: string) =>
  failed(
    `${host} does not let Latchkey sign people in: it refused to register it.`,
    'Connect with an API key.',
  );

/** The page was shown and said no: the person, or the server before it asked anybody. */
export function refusedAtThePage(error: unknown, host: string): PlatformError {
  if (!(error instanceof oauth.AuthorizationResponseError)) return new PlatformError(notUnderstood(host));
  if (error.error === 'access_denied')
    return failed(
      'Access was refused in the browser.',
      `${startAgain} Choose to allow it, or connect with an API key.`,
    );
  return failed(
    `${host} could not ask for access${named(error.error)}.`,
    'Try again later, or connect with an API key.',
  );
}

/** The code was not worth a token. */
export function refusedCode(error: unknown, host: string): unknown {
  if (error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant')
    return failed(
      'The answer of the browser came too late, or had been used before.',
      `${startAgain} It is good for a short time only.`,
    );
  if (error instanceof oauth.ResponseBodyError)
    return failed(
      `${host} did not give Latchkey the access that was allowed${named(error.error)}.`,
      startAgain,
    );
  return misunderstood(error, host);
}

/** The refresh token is dead, or its registration is: only a person helps. */
export function hasEnded(error: unknown): boolean {
  if (!(error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError))
    return false;
  const dead = ['invalid_grant', 'invalid_client', 'unauthorized_client'];
  return error instanceof oauth.WWWAuthenticateChallengeError || dead.includes(error.error);
}

export const ended = (who: string): PlatformError =>
  new PlatformError({
    code: 'sign-in-needed',
    message: `${who} has ended this sign-in: it expired, or it was revoked.`,
    hint: 'Sign in again. What is shown here is kept.',
  });

/** What the library could not make sense of; an error of any other kind is a mistake of ours and stays as it is. */
export function misunderstood(error: unknown, host: string): unknown {
  const known =
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.WWWAuthenticateChallengeError ||
    error instanceof oauth.UnsupportedOperationError;
  return known ? new PlatformError(notUnderstood(host)) : error;
}

/** Codes of the protocol are short words; anything else is not shown. */
function named(code: string): string {
  return /^[a-z_]{1,40}$/.test(code) ? ` (${code})` : '';
}
