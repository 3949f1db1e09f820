/** Refusals that mean the same on every platform, so that they also read the same. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from './client.ts';
import { seconds } from './failures.ts';

/** 429, 5xx and statuses that no contract names. `who` opens the sentence: the platform's name, or its host. */
export function commonRefusal(who: string, { status, retryAfter }: Refusal): ErrorInfo {
  if (status === 429) {
    return {
      code: 'rate-limited',
      message: `${who} takes no more requests from this login for now.`,
      hint: retryAfter === null ? 'Wait a minute, then try again.' : `Try again in ${waiting(retryAfter)}.`,
    };
  }
  if (status >= 500) {
    return {
      code: 'server',
      message: `${who} has a problem of its own (status ${status}).`,
      hint: 'Try again in a few minutes. What is stored here stays available.',
    };
  }
  return {
    code: 'bad-answer',
    message: `${who} refused the request for a reason Latchkey does not know (status ${status}).`,
    hint: 'Check that the base URL belongs to this platform.',
  };
}

/**
 * What a refusal says in words, in lower case, for looking up what kind it is. Never shown: the text is the platform's,
 * and Roboflow's repeats the key that was sent. Takes `{error: {message, hint, type}}`, `{error, hint}`,
 * `{title, detail, type}` and plain text.
 */
export function wordsOf(body: unknown): string {
  const texts = [
    body,
    field(body, 'error'),
    field(body, 'message'),
    field(body, 'hint'),
    field(body, 'title'),
    field(body, 'detail'),
  ];
  const inner = field(body, 'error');
  texts.push(field(inner, 'message'), field(inner, 'hint'), field(body, 'type'), field(inner, 'type'));
  return texts
    .filter((text) => typeof text === 'string')
    .join(' ')
    .toLowerCase();
}

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function waiting(milliseconds: number): string {
  return milliseconds < 120_000 ? seconds(milliseconds) : `${Math.ceil(milliseconds / 60_000)} minutes`;
}
