/** The parts that are only text in and text out: values, addresses, key combinations. */
import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPressed, parseAccelerator } from '../../../src/standin/electron/accelerators.ts';
import { createCodec } from '../../../src/standin/page/codec.ts';
import { Addresses } from '../../../src/standin/window/address.ts';

describe('values', () => {
  const codec = createCodec();
  const there = (value: unknown) => codec.decode(codec.encode(value));

  test('come out as a structured clone would', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(fc.property(values, (value) => deepStrictEqual(there(value), structuredClone(value))));
  });

  test('keep errors, their causes and dangerous keys', () => {
    const error = there(new TypeError('outer', { cause: new RangeError('inner') })) as TypeError;
    expect(error).toBeInstanceOf(TypeError);
    expect([error.message, error.cause]).toEqual(['outer', new RangeError('inner')]);
    const dangerous = JSON.parse('{"__proto__": {"$": "date"}, "$": "undefined"}') as object;
    deepStrictEqual(there(dangerous), dangerous);
  });

  test('that cannot cross are refused, however deep', () => {
    const cycle: unknown[] = [];
    cycle.push({ cycle });
    const refused = [() => 1, Symbol('s'), new WeakMap(), Promise.resolve(), new URL('app://x/'), cycle];
    for (const value of refused) {
      expect(() => codec.encode({ deep: [value] })).toThrow('An object could not be cloned.');
    }
  });
});

describe('addresses', () => {
  const addresses = new Addresses();
  addresses.add('app');

  test.each([
    ['app://latchkey/', 'https://latchkey.app.invalid/'],
    ['app://latchkey/a/b.html?x=1&y=%20#part', 'https://latchkey.app.invalid/a/b.html?x=1&y=%20#part'],
    ['app://a.b/c', 'https://a.b.app.invalid/c'],
  ])('%s is shown as %s and comes back', (application, browser) => {
    expect(addresses.toBrowser(application)).toBe(browser);
    expect(addresses.toApplication(browser)).toBe(application);
    expect(addresses.schemeOf(browser)).toBe('app');
  });

  test.each([
    'https://example.com/',
    'https://latchkey.app.invalid.example.com/',
    'http://latchkey.app.invalid/',
    'https://latchkey.other.invalid/',
    'https://app.invalid/',
    'other://latchkey/',
    'not an address',
  ])('%s is nobody’s but its own', (address) => {
    expect(addresses.toBrowser(address)).toBe(address);
    expect(addresses.toApplication(address)).toBe(address);
    expect(addresses.schemeOf(address)).toBeUndefined();
  });

  test('origins inside headers are translated, both ways', () => {
    const policy = "default-src 'self' app://latchkey https://example.com";
    const shown = "default-src 'self' https://latchkey.app.invalid https://example.com";
    expect(addresses.headerToBrowser(policy)).toBe(shown);
    expect(addresses.headerToApplication(shown)).toBe(policy);
  });
});

describe('key combinations', () => {
  const none = { kind: 'key', control: false, shift: false, alt: false, meta: false } as const;

  test.each([
    ['CmdOrCtrl+1', { ...none, control: true, key: '1', code: 'Digit1' }, true],
    ['CmdOrCtrl+1', { ...none, control: true, shift: true, key: '!', code: 'Digit1' }, false],
    ['CmdOrCtrl+Shift+N', { ...none, control: true, shift: true, key: 'N', code: 'KeyN' }, true],
    ['CmdOrCtrl+F', { ...none, control: true, key: 'а', code: 'KeyF' }, true],
    ['CmdOrCtrl+F', { ...none, meta: true, key: 'f', code: 'KeyF' }, false],
    ['F5', { ...none, key: 'F5', code: 'F5' }, true],
    ['Alt+Left', { ...none, alt: true, key: 'ArrowLeft', code: 'ArrowLeft' }, true],
    ['CmdOrCtrl+Plus', { ...none, control: true, key: '+', code: 'NumpadAdd' }, true],
  ])('%s, pressed as %o: %s', (accelerator, pressed, hit) => {
    expect(isPressed(parseAccelerator(accelerator, 'linux'), pressed)).toBe(hit);
  });
});
