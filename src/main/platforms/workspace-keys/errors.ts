/** Refusals of a workspace-keys platform in our words: what happened, what it means, what to do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from '../http/client.ts';
import { commonRefusal, wordsOf } from '../http/refusals.ts';
import type { KeyChange, NewKey } from '../platform.ts';

/** What was being done: the same status means different things for different calls. */
export type Doing =
  | { what: 'sign in' | 'look who' | 'list' | 'get' | 'delete' }
  | { what: 'create'; key: NewKey }
  | { what: 'update'; change: KeyChange };

/** Every such platform runs on a host of its own, so sentences name the host and not the kind of platform. */
export function explain(doing: Doing): (refusal: Refusal) => ErrorInfo {
  return (refusal) => {
    switch (refusal.status) {
      case 400:
        return badValue(refusal.host, doing, wordsOf(refusal.body));
      case 401:
        return unauthorized(refusal.host, doing);
      case 403:
        return noRole(doing);
      case 404:
        return notFound(refusal.host, doing);
      case 409:
        return conflict(doing);
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
  const verbs: Partial<Record<Doing['what'], string>> = {
    create: 'make',
    update: 'change',
    delete: 'delete',
  };
  return {
    code: 'role',
    message: `This login may not ${verbs[doing.what] ?? 'see'} keys in this workspace. Only an owner or an admin of the workspace may.`,
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
function conflict(doing: Doing): ErrorInfo {
  const { name, grant } = asked(doing);
  if (
    grant?.platform === 'workspace-keys' &&
    grant.public &&
    grant.scopes.some((scope) => scope !== 'inference')
  ) {
    return {
      code: 'conflict',
      field: 'grant',
      message: 'A public key can have Inference as its only scope.',
      hint: 'Make the key private first, or leave out Project.',
    };
  }
  if (name !== undefined) {
    return {
      code: 'duplicate-name',
      field: 'name',
      message: 'Another key of this workspace has this name already.',
      hint: 'Choose another name.',
    };
  }
  return {
    code: 'conflict',
    message: 'The platform refused this because of the state the key is in.',
    hint: 'Sync to see its state, then try again.',
  };
}

/** 400 is a bad name or an empty scope. Where both were sent the words decide, and a name is the likelier. */
function badValue(host: string, doing: Doing, words: string): ErrorInfo {
  const { name, grant } = asked(doing);
  if (grant && (name === undefined || words.includes('scope'))) {
    return {
      code: 'bad-input',
      field: 'grant',
      message: `${host} did not accept this scope.`,
      hint: 'A key needs Project, Inference or both.',
    };
  }
  if (name !== undefined) {
    return {
      code: 'bad-input',
      field: 'name',
      message: `${host} did not accept this name.`,
      hint: 'Choose a shorter or plainer one.',
    };
  }
  return {
    code: 'bad-input',
    message: `${host} did not understand the request.`,
    hint: 'Check that the base URL belongs to this platform.',
  };
}

/** The values that the request carried. */
function asked(doing: Doing): KeyChange {
  if (doing.what === 'create') return doing.key;
  return doing.what === 'update' ? doing.change : {};
}
