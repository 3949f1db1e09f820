/** Whether the storm blew over all platforms alike, and whether each only said what it is documented to say. */
import { expect } from 'vitest';
import type { ErrorCode } from '#shared/domain/errors.ts';
import { type PlatformId, platformIdSchema } from '#shared/domain/platform.ts';
import type { Outcome } from './ledger.ts';

/** How one attempt on a platform ended; `code` is why, where it did not work. */
export type Told = { platform: PlatformId; outcome: Outcome; code: ErrorCode | null };

/** What a network and a server in trouble do to anybody. */
const trouble: readonly ErrorCode[] = ['rate-limited', 'server', 'offline', 'not-json', 'bad-answer'];

/** What may be wrong with any key, as its platform has it by now: gone, or changed since it was looked at. */
const anyKey: readonly ErrorCode[] = ['not-found', 'stale', 'this-login'];

/** What else the platform's contract refuses, of the things that the operator does. */
const contracts: Readonly<Record<PlatformId, readonly ErrorCode[]>> = {
  // 404 is one for a key that is gone and for a scope that lacks, where the list cannot be read to tell them apart.
  roboflow: ['plan', 'protected', 'deployment', 'missing-scope', 'conflict'],
  // An organization without pickers.
  'datature-vi': ['plan'],
  // A public key that can do more than inference: said here where it can be known, and else by the platform.
  'workspace-keys': ['bad-input', 'conflict'],
};

/** At most so many times more attempts on one platform than on another. */
const mostUneven = 1.6;

export function checkShares(told: readonly Told[]): void {
  const counts = platformIdSchema.options.map((platform) => {
    const own = told.filter((each) => each.platform === platform);
    const documented = new Set([...trouble, ...anyKey, ...contracts[platform]]);
    for (const { code } of own) if (code !== null) expect(documented, platform).toContain(code);
    // Each kind of outcome often enough to mean something.
    const ended = (outcome: Outcome) => own.filter((each) => each.outcome === outcome).length;
    expect(ended('done'), `done on ${platform}`).toBeGreaterThan(100);
    expect(ended('refused'), `refused on ${platform}`).toBeGreaterThan(20);
    expect(ended('unclear'), `unclear on ${platform}`).toBeGreaterThan(10);
    return own.length;
  });
  expect(Math.max(...counts)).toBeLessThan(Math.min(...counts) * mostUneven);
}
