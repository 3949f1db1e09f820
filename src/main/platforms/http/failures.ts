/** What is said when no usable answer came: the connection failed, or what came was not an answer. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { failedAttempt } from './retry.ts';
import { certificateProblem } from './tls-problems.ts';

const checkAddress = 'Check the base URL and the network connection. What is stored here stays available.';

/** Before a connection: nothing was sent, and asking again at once would change nothing. */
const noAddress = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME']);
const noRoute = new Set([
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'EACCES',
  'EPERM',
]);
const noAnswer = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']);
/** During one: whatever was sent may have arrived. */
const broken = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
const slow = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** The failed attempt behind an error of fetch. Only its code is read: its text may quote what was sent. */
export function connectionFailure(error: unknown, host: string): Error {
  const code = findCode(error);
  const certificate = certificateProblem(code, host);
  if (certificate) return failedAttempt(certificate, { reached: false });
  if (noAddress.has(code)) return unreachable(`No computer with the name ${hostName(host)} was found.`);
  if (code === 'ECONNREFUSED') return unreachable(`Nothing answers at ${host}: the connection was refused.`);
  if (noRoute.has(code)) return unreachable(`There is no way to ${host} from this network.`);
  if (noAnswer.has(code)) return unreachable(`${host} did not answer.`);
  if (slow.has(code)) return failedAttempt(tooSlow(`${host} took too long to answer.`), { reached: true });
  if (broken.has(code)) {
    const message = `The connection to ${host} broke before the answer was complete.`;
    const info: ErrorInfo = { code: 'offline', message, hint: checkAddress };
    return failedAttempt(info, { reached: true, repeat: { after: null } });
  }
  // Ports that fetch refuses to use, and answers that are not even HTTP, have no code.
  const message = `No usable connection to ${host} could be made.`;
  return failedAttempt({ code: 'offline', message, hint: checkAddress }, { reached: true });
}

export function timedOut(host: string, milliseconds: number): ErrorInfo {
  return tooSlow(`${host} did not answer within ${seconds(milliseconds)}.`);
}

export function webPage(host: string): ErrorInfo {
  return {
    code: 'not-json',
    message: `${host} answered with a web page instead of data; is the base URL right?`,
    hint: 'A network that asks you to log in first does the same. Open a web page in the browser to see.',
  };
}

export function unreadable(host: string, what: 'text' | 'too large'): ErrorInfo {
  if (what === 'too large')
    return { code: 'bad-answer', message: `${host} sent more data than Latchkey takes in one answer.` };
  return {
    code: 'not-json',
    message: `The answer of ${host} cannot be read: it was cut off, or it is not data.`,
    hint: 'Try again. If it stays like this, check the base URL.',
  };
}

export function notUnderstood(host: string): ErrorInfo {
  return {
    code: 'bad-answer',
    message: `${host} answered with data that Latchkey does not understand.`,
    hint: 'Check that the base URL belongs to this platform. A newer Latchkey may know this answer.',
  };
}

export function redirected(host: string): ErrorInfo {
  return {
    code: 'refused-url',
    message: `${host} sends requests on to another address. Latchkey does not follow, because your credential would go along.`,
    hint: 'Enter the address the platform itself answers at as the base URL.',
  };
}

/** "1 second", "30 seconds"; parts of a second are rounded up. */
export function seconds(milliseconds: number): string {
  const count = Math.ceil(milliseconds / 1000);
  return count === 1 ? '1 second' : `${count} seconds`;
}

function unreachable(message: string): Error {
  return failedAttempt({ code: 'offline', message, hint: checkAddress }, { reached: false });
}

function tooSlow(message: string): ErrorInfo {
  return { code: 'timeout', message, hint: 'The platform or the network is slow. Try again in a moment.' };
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '');
}

/** fetch wraps the reason once or twice; several addresses of one host make it an AggregateError with a code of its own. */
function findCode(error: unknown): string {
  for (let reason = error; reason instanceof Error; reason = reason.cause) {
    if ('code' in reason && typeof reason.code === 'string') return reason.code;
  }
  return '';
}
