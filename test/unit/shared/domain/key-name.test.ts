import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameProblem } from '#shared/domain/key-name.ts';

const rules = { maxLength: 120, taken: false };

test.each([
  'line-5-uploader',
  'Nightly export',
  'CI/CD: GitHub Actions (main)',
  'Line4-uploader-production',
  'EdgeFleetInference2026',
  'iPhone15ProMaxDemo2',
  'Überwachung Förderband 7',
  '夜間バッチ',
  '👩🏽‍🏭 weld check',
])('%s is a fine name', (name) => {
  expect(nameProblem(name, rules)).toBeNull();
});

test('an empty name is refused, also where it is only white space', () => {
  expect(nameProblem('', rules)).toBe('A name is needed. Say what uses the key.');
  expect(nameProblem(' \t ', rules)).toBe('A name is needed. Say what uses the key.');
});

test('the length is counted as people count it, without white space around it', () => {
  expect(nameProblem('x'.repeat(120), rules)).toBeNull();
  expect(nameProblem(` ${'x'.repeat(120)} `, rules)).toBeNull();
  expect(nameProblem('é'.repeat(300), rules)).toBe('The name has 300 characters; 120 are allowed.');
  expect(nameProblem('🔑'.repeat(120), rules)).toBeNull();
});

test('characters that cannot be seen are refused', () => {
  expect(nameProblem('line\n5', rules)).toMatch(/control character/);
  expect(nameProblem('line\u0085five', rules)).toMatch(/control character/);
  expect(nameProblem('nightly\u202etropxe', rules)).toMatch(/invisible/);
});

test('a duplicate is refused last, after what is wrong with the name itself', () => {
  expect(nameProblem('nightly', { ...rules, taken: true })).toMatch(/has this name already/);
  expect(nameProblem('', { ...rules, taken: true })).toMatch(/is needed/);
});

describe('a secret pasted by mistake', () => {
  const expectRefused = (name: string) =>
    expect(nameProblem(name, rules), name).toMatch(/looks like a secret/);

  test('with the beginning of a known kind', () => {
    expectRefused(`dtvi_${'a1'.repeat(8)}`);
    expectRefused(`rf_${'Ab3x'.repeat(4)}`);
    expectRefused('rfcs_9d8f');
    expectRefused('3f'.repeat(16));
    expectRefused('eyJhbGciOi.eyJzdWIiOi.sig');
  });

  test('in the middle of a name or after an equals sign', () => {
    expectRefused('ROBOFLOW_API_KEY=Zt4qX9bLm2Rv7Kp1Wc8D');
    expectRefused('key Zt4qX9bLm2Rv7Kp1Wc8D for line 5');
  });

  test('without a known beginning: most runs of 40 random letters and digits', () => {
    const alphabet = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
    const secret = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 40, maxLength: 40 });
    // A fixed seed: how many are recognised is a matter of chance, and the test is not.
    const samples = fc.sample(secret, { numRuns: 500, seed: 2026 });
    const caught = samples.filter((sample) => nameProblem(sample, rules) !== null);
    expect(caught.length).toBeGreaterThan(450);
  });
});

test('never answers with the name itself, which may be a secret', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 25, maxLength: 200 }), (name) => {
      fc.pre(name.trim().length >= 25);
      expect(nameProblem(name, rules) ?? '').not.toContain(name.trim());
    }),
  );
});
