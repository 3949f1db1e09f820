/** The one kind of error that services throw on purpose: its content is made to be shown. */
import type { ErrorInfo } from '#shared/domain/errors.ts';

export class AppError extends Error {
  readonly info: ErrorInfo;

  constructor(info: ErrorInfo) {
    super(info.message);
    this.name = 'AppError';
    this.info = info;
  }
}
