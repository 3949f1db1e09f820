/** Roboflow's refusals in our words: what happened, what it means, what to do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from '../http/client.ts';
import { commonRefusal, field, wordsOf } from '../http/refusals.ts';
import type { Doing } from './doing.ts';
import { forbidden } from './forbidden.ts';
import { notVisible } from './not-visible.ts';
import { explainToPerson } from './person-errors.ts';

export function explain(doing: Doing): (refusal: Refusal) => ErrorInfo {
  return (refusal) => {
    const toPerson = refusal.person ? explainToPerson(doing, refusal) : null;
    if (toPerson) return toPerson;
    const type = field(field(refusal.body, 'error'), 'type');
    // Roboflow's way to say "not there, or not visible to you"; it is documented for 404 but means the same elsewhere.
    const hidden = type === 'GraphMethodException' && refusal.status < 429;
    if (refusal.status === 404 || hidden) return notVisible(doing, null);
    switch (refusal.status) {
      case 400:
      case 422:
        return badValue(doing, wordsOf(refusal.body));
      case 401:
        return unauthorized(doing);
      case 402:
        return {
          code: 'plan',
          message: 'Roboflow refused this because of the plan or the quota of the workspace.',
          hint: 'Ask an owner of the workspace about its plan.',
        };
      case 403:
        return forbidden(doing, wordsOf(refusal.body));
      case 409:
        return conflict(doing, wordsOf(refusal.body));
      case 423:
        return {
          code: 'plan',
          message: 'Use of this workspace, or of a folder in it, is paused at Roboflow.',
          hint: 'An owner of the workspace can see why and resume it on Roboflow’s dashboard.',
        };
      default:
        return commonRefusal('Roboflow', refusal);
    }
  };
}

/** Roboflow gives one answer to unknown, revoked and disabled keys. */
function unauthorized(doing: Doing): ErrorInfo {
  if (doing.what === 'sign in') {
    return {
      code: 'unauthorized',
      message: 'Roboflow did not accept this API key.',
      hint: 'Check that it was copied whole, and that it is a private key which is not disabled or deleted.',
    };
  }
  return {
    code: 'unauthorized',
    message: 'Roboflow no longer accepts the API key of this login. It was disabled, deleted or rolled.',
    hint: 'Sign in again with a working key. What is stored here stays available.',
  };
}

/** Roboflow refuses to disable and revoke protected keys, and keys that a dedicated deployment runs on. */
function conflict(doing: Doing, words: string): ErrorInfo {
  const [deployed, guarded] = [words.includes('deployment'), words.includes('protected')];
  const what = doing.what === 'delete' ? 'deleted' : doing.what === 'roll' ? 'rolled' : 'disabled';
  if (deployed && !guarded) {
    return {
      code: 'deployment',
      message: `A dedicated deployment runs on this key, so it cannot be ${what}.`,
      hint: 'Move the deployment to another key first. Rolling the key at Roboflow takes the deployment along.',
    };
  }
  if (guarded && !deployed) {
    return {
      code: 'protected',
      message: `This key is protected, so it cannot be ${what}.`,
      hint: 'Protection can only be lifted on Roboflow’s dashboard.',
    };
  }
  return {
    code: 'conflict',
    message:
      'Roboflow refused this because of the state the key is in: it may be protected, or a dedicated deployment may run on it.',
    hint: 'Sync to see its state, and look at the key on Roboflow’s dashboard.',
  };
}

/** The field is the one that was sent; where both were, the words decide, else neither is blamed. */
function badValue(doing: Doing, words: string): ErrorInfo {
  if (doing.what !== 'create' && doing.what !== 'update') {
    return {
      code: 'bad-input',
      message: 'Roboflow did not understand the request.',
      hint: 'Check that the base URL belongs to Roboflow.',
    };
  }
  const asked = doing.what === 'create' ? doing.key : doing.change;
  if (doing.what === 'create' && doing.key.folderIds && words.includes('folder')) {
    return {
      code: 'bad-input',
      field: 'folderIds',
      message: 'Roboflow did not accept these folders.',
      hint: 'One of them may be gone by now.',
    };
  }
  if (asked.grant && (asked.name === undefined || words.includes('scope'))) {
    return {
      code: 'bad-input',
      field: 'grant',
      message: 'Roboflow did not accept this scope.',
      hint: 'It may hold an ability that Roboflow does not know, or no longer has.',
    };
  }
  if (asked.name !== undefined && (!asked.grant || words.includes('name'))) {
    return {
      code: 'bad-input',
      field: 'name',
      message: 'Roboflow did not accept this name.',
      hint: 'Choose a shorter or plainer one.',
    };
  }
  if (doing.what === 'update' && doing.change.metadata) {
    return {
      code: 'bad-input',
      message: 'Roboflow did not accept this metadata.',
      hint: 'It may be too long. Shorter notes may fit.',
    };
  }
  return {
    code: 'bad-input',
    message: 'Roboflow did not accept these values.',
    hint: 'Check the name and the scope.',
  };
}
