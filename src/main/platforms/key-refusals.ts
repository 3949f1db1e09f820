/** What refusals of calls on keys have in common where platforms refuse for the same reasons. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyChange, NewKey } from './platform.ts';

/** What was being done: the same status means different things for different calls. */
export type Doing =
  | { what: 'sign in' | 'look who' | 'list' | 'get' | 'delete' }
  | { what: 'create'; key: NewKey }
  | { what: 'update'; change: KeyChange };

const verbs: Partial<Record<string, string>> = {
  create: 'make',
  update: 'change',
  delete: 'delete',
  roll: 'roll',
};

/** For *may not … keys*. */
export function verbOf(what: string): string {
  return verbs[what] ?? 'see';
}

/** The values that the request carried. */
export function asked(doing: Doing): KeyChange {
  if (doing.what === 'create')
    return { name: doing.key.name, ...(doing.key.grant && { grant: doing.key.grant }) };
  return doing.what === 'update' ? doing.change : {};
}

/** 409. `holder`: what names are unique in. */
export function conflict(doing: Doing, holder: 'workspace' | 'organization'): ErrorInfo {
  if (asked(doing).name !== undefined) {
    return {
      code: 'duplicate-name',
      field: 'name',
      message: `Another key of this ${holder} has this name already.`,
      hint: 'Choose another name.',
    };
  }
  return {
    code: 'conflict',
    message: 'The platform refused this because of the state the key is in.',
    hint: 'Sync to see its state, then try again.',
  };
}

/** How a platform speaks of what it does not accept. `who` opens the sentence: its name, or its host. */
type Accepts = { who: string; scopeWords: RegExp; scopeHint: string; nameHint: string };

/** 400 is a bad name or a bad scope. Where both were sent the words decide, and a name is the likelier. */
export function badValue(
  doing: Doing,
  words: string,
  { who, scopeWords, scopeHint, nameHint }: Accepts,
): ErrorInfo {
  const { name, grant } = asked(doing);
  if (grant && (name === undefined || scopeWords.test(words))) {
    return {
      code: 'bad-input',
      field: 'grant',
      message: `${who} did not accept this scope.`,
      hint: scopeHint,
    };
  }
  if (name !== undefined) {
    return { code: 'bad-input', field: 'name', message: `${who} did not accept this name.`, hint: nameHint };
  }
  return {
    code: 'bad-input',
    message: `${who} did not understand the request.`,
    hint: 'Check that the base URL belongs to this platform.',
  };
}
