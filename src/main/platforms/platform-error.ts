import type { ErrorCode, ErrorInfo } from '#shared/domain/errors.ts';

export type PlatformErrorFacts = {
  /** HTTP status where there was an answer. */
  status?: number | undefined;
  /**
   * A write was sent, and whether the platform carried it out is not known: the answer never came or cannot be read.
   * False for reads, for refusals, and where the connection was never made.
   */
  mayHaveHappened?: boolean;
  /** How long the platform asked us to wait before the next try, in milliseconds; null where it did not say. */
  retryAfter?: number | null | undefined;
};

/**
 * What went wrong at a platform, ready to be shown. The message is made by us from what we know; text of the answer is
 * never copied into it, because Roboflow's 401 repeats the submitted key. It has no `cause` for the same reason.
 */
export class PlatformError extends Error {
  readonly info: ErrorInfo;
  readonly status: number | undefined;
  readonly mayHaveHappened: boolean;
  readonly retryAfter: number | null;

  constructor(info: ErrorInfo, facts: PlatformErrorFacts = {}) {
    super(info.message);
    this.name = 'PlatformError';
    this.info = info;
    this.status = facts.status;
    this.mayHaveHappened = facts.mayHaveHappened ?? false;
    this.retryAfter = facts.retryAfter ?? null;
  }

  get code(): ErrorCode {
    return this.info.code;
  }
}
