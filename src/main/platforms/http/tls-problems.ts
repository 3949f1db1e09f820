import type { ErrorInfo } from '#shared/domain/errors.ts';

/** Going on past a bad certificate would hand the credential to whoever holds it. */
const askOwner = 'Ask whoever runs the server. Latchkey has no switch to connect all the same.';

/** Reasons as Node and OpenSSL name them, in words that finish "the connection is not safe: ...". */
const reasons: Readonly<Record<string, readonly [cause: string, hint: string]>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: ['its certificate is self-signed', askOwner],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'its certificate comes from an authority this computer does not know',
    'A company network may use an authority of its own. Ask whoever runs the network to install it on this computer.',
  ],
  CERT_HAS_EXPIRED: ['its certificate has expired', askOwner],
  CERT_NOT_YET_VALID: ['its certificate is not valid yet', 'Check the date and time of this computer.'],
  CERT_REVOKED: ['its certificate was revoked', askOwner],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'its certificate belongs to another host name',
    'Check the base URL for a typing mistake.',
  ],
};
const unknownIssuer: readonly [string, string] = [
  'nobody this computer trusts vouches for its certificate',
  askOwner,
];
const noTls: readonly [string, string] = [
  'it does not speak https, or only an outdated form of it',
  'Check the base URL, above all its port.',
];
const other: readonly [string, string] = ['its certificate could not be checked', askOwner];

/** The sentence for a failed TLS handshake, or null where the code means something else. Nothing was sent by then. */
export function certificateProblem(code: string, host: string): ErrorInfo | null {
  const reason = reasons[code] ?? family(code);
  if (!reason) return null;
  const [cause, hint] = reason;
  return { code: 'tls', message: `The connection to ${host} is not safe: ${cause}. Nothing was sent.`, hint };
}

function family(code: string): readonly [string, string] | null {
  if (/^UNABLE_TO_|^CERT_UNTRUSTED$|^CERT_CHAIN_TOO_LONG$|^INVALID_CA$/.test(code)) return unknownIssuer;
  if (/^ERR_SSL_|^EPROTO$/.test(code)) return noTls;
  return /^ERR_TLS_|^CERT_|^CRL_|_CERT_|^HOSTNAME_MISMATCH$/.test(code) ? other : null;
}
