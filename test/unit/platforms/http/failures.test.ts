import { expect, it } from 'vitest';
import { connectionFailure } from '../../../../src/main/platforms/http/failures.ts';
import { reportOutcome } from '../../../../src/main/platforms/http/retry.ts';
import { PlatformError } from '../../../../src/main/platforms/platform-error.ts';

/** What a write that failed with this code of Node's reports. */
async function explained(
  code: string,
  wrap = (cause: Error): Error => new TypeError('fetch failed', { cause }),
): Promise<PlatformError> {
  const cause = Object.assign(new Error(`${code} while sending Bearer sekret`), { code });
  const error = await reportOutcome(() =>
    Promise.reject(connectionFailure(wrap(cause), 'keys.example.com:8443')),
  ).catch((e: unknown) => e);
  if (!(error instanceof PlatformError)) throw new Error('This is not a PlatformError.');
  expect(`${error.stack} ${JSON.stringify(error.info)}`).not.toContain('sekret');
  return error;
}

it.each([
  ['ENOTFOUND', 'offline', 'No computer with the name keys.example.com was found.', false],
  ['EAI_AGAIN', 'offline', 'No computer with the name keys.example.com was found.', false],
  ['ECONNREFUSED', 'offline', 'Nothing answers at keys.example.com:8443: the connection was refused.', false],
  ['EHOSTUNREACH', 'offline', 'There is no way to keys.example.com:8443 from this network.', false],
  ['UND_ERR_CONNECT_TIMEOUT', 'offline', 'keys.example.com:8443 did not answer.', false],
  [
    'ECONNRESET',
    'offline',
    'The connection to keys.example.com:8443 broke before the answer was complete.',
    true,
  ],
  [
    'UND_ERR_SOCKET',
    'offline',
    'The connection to keys.example.com:8443 broke before the answer was complete.',
    true,
  ],
  ['UND_ERR_BODY_TIMEOUT', 'timeout', 'keys.example.com:8443 took too long to answer.', true],
  ['SOMETHING_NEW', 'offline', 'No usable connection to keys.example.com:8443 could be made.', true],
])('%s is %s: %s', async (code, expected, message, mayHaveHappened) => {
  expect(await explained(code)).toMatchObject({ code: expected, info: { message }, mayHaveHappened });
});

it.each([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', /self-signed/],
  ['SELF_SIGNED_CERT_IN_CHAIN', /authority this computer does not know/],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /nobody this computer trusts/],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /nobody this computer trusts/],
  ['CERT_HAS_EXPIRED', /has expired/],
  ['CERT_NOT_YET_VALID', /not valid yet/],
  ['CERT_REVOKED', /was revoked/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /another host name/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak https/],
  ['EPROTO', /does not speak https/],
  ['CERT_SIGNATURE_FAILURE', /could not be checked/],
])('%s is a TLS error that names its cause', async (code, cause) => {
  const error = await explained(code);
  expect(error).toMatchObject({ code: 'tls', mayHaveHappened: false });
  expect(error.message).toMatch(cause);
  expect(error.message).toContain('keys.example.com:8443');
  expect(error.info.hint).toBeTruthy();
});

it('finds the code of a host with several addresses, of which none answers', async () => {
  const several = (cause: Error) =>
    new TypeError('fetch failed', {
      cause: Object.assign(new AggregateError([cause, cause]), { code: 'ECONNREFUSED' }),
    });
  expect(await explained('ECONNREFUSED', several)).toMatchObject({ code: 'offline', mayHaveHappened: false });
});
