/**
 * One seed for all property tests, so that the same code passes or fails the same way wherever it is tested. To look further,
 * set LATCHKEY_TEST_SEED to another whole number, or to `random` for a new one in each file; a failure names the seed.
 */
import fc from 'fast-check';

const usual = 20_261_121;

function seedFrom(wish = ''): number {
  if (wish === '') return usual;
  if (wish === 'random') return Math.trunc(Math.random() * 2 ** 31);
  const seed = Number(wish);
  if (!Number.isSafeInteger(seed))
    throw new TypeError(`LATCHKEY_TEST_SEED is a whole number or "random", not ${wish}.`);
  return seed;
}

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: seedFrom(process.env.LATCHKEY_TEST_SEED) });
