/** Refusals of Datature Vi in our words: what happened, what it means, what to do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from '../http/client.ts';
import { commonRefusal, wordsOf } from '../http/refusals.ts';
import { asked, badValue, conflict, type Doing, verbOf } from '../key-refusals.ts';
import { noPickers } from './mapping.ts';

const who = 'Datature Vi';
const accepts = {
  who,
  scopeWords: /\b(access|permission)/,
  scopeHint: 'A key needs at least one access scope and one permission level.',
  nameHint: 'Choose a shorter or plainer one, of 80 characters at most.',
};

export function explain(doing: Doing): (refusal: Refusal) => ErrorInfo {
  return (refusal) => {
    switch (refusal.status) {
      case 400:
        return badValue(doing, wordsOf(refusal.body), accepts);
      case 401:
        return unauthorized(doing);
      case 403:
        return forbidden(doing, wordsOf(refusal.body));
      case 404:
        return notFound(doing);
      case 409:
        return conflict(doing, 'organization');
      case 412:
        return {
          code: 'stale',
          message: 'Somebody changed this key meanwhile. Nothing was changed.',
          hint: 'Look at its current scope, then decide again.',
        };
      default:
        return commonRefusal(who, refusal);
    }
  };
}

/** Without the id nothing can be asked: it stands in every address. */
export function noOrganization(): ErrorInfo {
  return {
    code: 'sign-in-needed',
    message: 'The organization ID of this sign-in is missing.',
    hint: 'Remove the connection and connect it again with the secret key and the organization ID.',
  };
}

/** A page of the list that leads back to one read before. */
export function endlessList(): ErrorInfo {
  return {
    code: 'bad-answer',
    message: `The list of secret keys that ${who} sends has no end, so Latchkey stopped reading it.`,
    hint: 'Try again later. The keys shown here are those of the last complete sync.',
  };
}

/** The causes that the platform's own troubleshooting names. */
function unauthorized({ what }: Doing): ErrorInfo {
  if (what === 'sign in') {
    return {
      code: 'unauthorized',
      message: `${who} did not accept this secret key.`,
      hint: 'Check that it was copied whole and was not deleted, and that it belongs to this organization.',
    };
  }
  return {
    code: 'unauthorized',
    message: `${who} no longer accepts the secret key of this login: it was removed or has expired.`,
    hint: 'Sign in again with a working secret key. What is stored here stays available.',
  };
}

/** 403 is one of three: the role, an organization without pickers, or more than the login itself may do. */
function forbidden(doing: Doing, words: string): ErrorInfo {
  const { grant } = asked(doing);
  if (/\b(picker|plan|feature|keypermissions|key permissions)/.test(words)) return noPickers();
  if (grant && /\b(exceed|beyond|more than|your own|caller|privilege)/.test(words)) {
    return {
      code: 'missing-scope',
      field: 'grant',
      message: 'The secret key of this login may do less than this scope, and cannot grant more than it has.',
      hint: 'Choose less, or sign in with a secret key that has this access at Full.',
    };
  }
  return {
    code: 'role',
    message: `This login may not ${verbOf(doing.what)} keys in this organization. Only an owner or an admin may.`,
    hint: 'Ask one of them to do it or to change your role, then try again.',
  };
}

/** An organization that is not the caller's is answered like one that does not exist. */
function notFound({ what }: Doing): ErrorInfo {
  switch (what) {
    case 'sign in':
      return {
        code: 'not-found',
        field: 'organizationId',
        message: `${who} knows no organization with this ID that this secret key belongs to.`,
        hint: 'Copy the organization ID once more from the organization’s settings, and check the base URL.',
      };
    case 'look who':
    case 'list':
    case 'create':
      return {
        code: 'not-found',
        message: 'This organization no longer exists, or this login does not belong to it any more.',
        hint: 'Ask an owner of the organization. What is stored here stays available.',
      };
    default:
      return {
        code: 'not-found',
        message: 'This key no longer exists, or this login does not belong to its organization any more.',
        hint: 'Sync to bring the inventory up to date.',
      };
  }
}
