/** Stable, for whoever started the sandbox; the sentence beside it may be reworded. */
export type FailureCode = 'bad-arguments' | 'unknown-profile' | 'port-unavailable' | 'data-folder';

/** Why the sandbox could not start: a stable code, and a sentence with the cause and the next step. */
export class StartFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'StartFailure';
    this.code = code;
  }
}
