import { describe, expect, it } from 'vitest';
import { failedAttempt, retryAfter, withRetries } from '../../../../src/main/platforms/http/retry.ts';
import { PlatformError } from '../../../../src/main/platforms/platform-error.ts';

const now = new Date('2026-08-14T09:00:00Z');

describe('Retry-After', () => {
  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': ' 0 ' }, 0],
    [{ 'retry-after': 'Fri, 14 Aug 2026 09:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Fri, 14 Aug 2026 08:00:00 GMT' }, 0],
    [{ 'retry-after': 'Fri, 14 Aug 2026 10:00:30 GMT', date: 'Fri, 14 Aug 2026 10:00:20 GMT' }, 10_000],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5x' }, null],
    [{}, null],
  ])('%j means %j milliseconds', (headers, expected) => {
    expect(retryAfter(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});

/** Fails as told, and records how long it was made to wait between the tries. */
function reader(failures: readonly ({ after: number | null } | 'final')[]) {
  const waited: number[] = [];
  let tries = 0;
  const attempt = async () => {
    const failure = failures[tries++];
    if (failure === undefined) return 'value';
    const repeat = failure === 'final' ? {} : { repeat: failure };
    throw failedAttempt({ code: 'server', message: 'Failed.' }, { status: 503, reached: true, ...repeat });
  };
  const ports = { random: () => 0.5, sleep: async (ms: number) => void waited.push(ms) };
  return { waited, tries: () => tries, run: (signal?: AbortSignal) => withRetries(attempt, ports, signal) };
}

describe('repeating a read', () => {
  it('waits longer each time, and gives up after four tries', async () => {
    const read = reader(Array.from({ length: 9 }, () => ({ after: null })));
    await expect(read.run()).rejects.toMatchObject({
      name: 'PlatformError',
      code: 'server',
      status: 503,
      mayHaveHappened: false,
    });
    expect(read.tries()).toBe(4);
    expect(read.waited).toEqual([375, 750, 1500]);
  });

  it('waits at least as long as the platform asks', async () => {
    const read = reader([{ after: 3_000 }]);
    await expect(read.run()).resolves.toBe('value');
    expect(read.waited).toEqual([3_250]);
  });

  it('does not come back early where the platform asks for too long', async () => {
    const read = reader([{ after: 60_000 }]);
    await expect(read.run()).rejects.toThrow(PlatformError);
    expect([read.tries(), read.waited]).toEqual([1, []]);
  });

  it('does not repeat what cannot get better', async () => {
    const read = reader(['final']);
    await expect(read.run()).rejects.toThrow(PlatformError);
    expect(read.tries()).toBe(1);
  });

  it('stops waiting when it is cancelled', async () => {
    const stop = new AbortController();
    const ports = { random: () => 0, sleep: async () => stop.abort() };
    const attempt = async () => {
      throw failedAttempt({ code: 'server', message: 'Failed.' }, { reached: true, repeat: { after: null } });
    };
    await expect(withRetries(attempt, ports, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('turns a mistake of its own into an error without detail', async () => {
    const attempt = async () => {
      throw new TypeError('Headers.append: "Bearer sekret" is an invalid header value.');
    };
    const failure = await withRetries(attempt, { random: () => 0, sleep: async () => {} }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ name: 'PlatformError', code: 'internal' });
    expect(String((failure as Error).stack)).not.toContain('sekret');
  });
});
