/** Refusals of a workspace-keys platform in our words: what happened, what it means, what to do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from '../http/client.ts';
import { commonRefusal, wordsOf } from '../http/refusals.ts';
import { asked, badValue, conflict, type Doing, verbOf } from '../key-refusals.ts';

const accepts = {
  scopeWords: /scope/,
  scopeHint: 'A key needs Project, Inference or both.',
  nameHint: 'Choose a shorter or plainer one.',
};

/** Every such platform runs on a host of its own, so sentences name the host and not the kind of platform. */
export function explain(doing: Doing): (refusal: Refusal) => ErrorInfo {
  return (refusal) => {
    switch (refusal.status) {
      case 400:
        return badValue(doing, wordsOf(refusal.body), { who: refusal.host, ...accepts });
      case 401:
        return unauthorized(refusal.host, doing);
      case 403:
        return noRole(doing);
      case 404:
        return notFound(refusal.host, doing);
      case 409:
        return refusedForState(doing);
      case 422:
        return {
          code: 'bad-input',
          field: 'grant',
          message: `${refusal.host} does not know one of these scopes.`,
          hint: 'Choose Project, Inference or both.',
        };
      default:
        return commonRefusal(refusal.host, refusal);
    }
  };
}

/** The platform had made the key on an earlier request; only that answer had the secret. */
export function secretGone(): ErrorInfo {
  return {
    code: 'conflict',
    message: 'The key was made, but its secret cannot be shown again: the platform hands it out only once.',
    hint: 'Delete this key and make a new one.',
  };
}

/** A page of the list that leads back to one read before. */
export function endlessList(host: string): ErrorInfo {
  return {
    code: 'bad-answer',
    message: `The list of keys that ${host} sends has no end, so Latchkey stopped reading it.`,
    hint: 'Tell whoever runs the platform. The keys shown here are those of the last complete sync.',
  };
}

function unauthorized(host: string, doing: Doing): ErrorInfo {
  if (doing.what === 'sign in') {
    return {
      code: 'unauthorized',
      message: `${host} did not accept this token.`,
      hint: 'Check that it was copied whole and belongs to this platform.',
    };
  }
  return {
    code: 'unauthorized',
    message: `${host} no longer accepts the token of this login.`,
    hint: 'Sign in again with a working token. What is stored here stays available.',
  };
}

/** Members may look; making, changing and deleting is for owners and admins. */
function noRole(doing: Doing): ErrorInfo {
  return {
    code: 'role',
    message: `This login may not ${verbOf(doing.what)} keys in this workspace. Only an owner or an admin of the workspace may.`,
    hint: 'Ask one of them to do it or to change your role, then try again.',
  };
}

/** A workspace that the token does not open is answered like one that does not exist. */
function notFound(host: string, doing: Doing): ErrorInfo {
  switch (doing.what) {
    case 'sign in':
    case 'look who':
      return {
        code: 'not-found',
        message: `There is no workspace keys service at this address of ${host}.`,
        hint: 'Check the base URL, above all what comes after the host.',
      };
    case 'list':
    case 'create':
      return {
        code: 'not-found',
        message: 'This workspace no longer exists, or this login is not a member of it any more.',
        hint: 'Ask an owner of the workspace. What is stored here stays available.',
      };
    default:
      return {
        code: 'not-found',
        message: 'This key no longer exists, or this login is not a member of its workspace any more.',
        hint: 'Sync to bring the inventory up to date.',
      };
  }
}

/**
 * 409 is either Project on a public key or a name that is taken. The request tells which; the answer's words do not
 * safely, since they quote the name.
 */
function refusedForState(doing: Doing): ErrorInfo {
  const { grant } = asked(doing);
  const isPublic = grant?.platform === 'workspace-keys' && grant.public;
  if (!isPublic || grant.scopes.every((scope) => scope === 'inference')) return conflict(doing, 'workspace');
  return {
    code: 'conflict',
    field: 'grant',
    message: 'A public key can have Inference as its only scope.',
    hint: 'Make the key private first, or leave out Project.',
  };
}
