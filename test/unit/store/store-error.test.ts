import { describe, expect, it } from 'vitest';
import { faultOf, StoreError } from '../../../src/main/store/store-error.ts';

const withCode = (code: string) => Object.assign(new Error('near "Zt4q": details'), { code });

describe('faultOf', () => {
  it.each([
    ['SQLITE_CORRUPT_VTAB', 'corrupt'],
    ['SQLITE_NOTADB', 'corrupt'],
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['SQLITE_BUSY_RECOVERY', 'busy'],
    ['SQLITE_READONLY_DIRECTORY', 'read-only'],
    ['EROFS', 'read-only'],
    ['SQLITE_CANTOPEN', 'unwritable'],
    ['SQLITE_IOERR_WRITE', 'unwritable'],
    ['EACCES', 'unwritable'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 'failed'],
    ['ERR_INVALID_ARG_TYPE', 'failed'],
  ])('%s is %s', (code, kind) => {
    expect(faultOf(withCode(code)).kind).toBe(kind);
  });

  it('tells a full disk from a file in use', () => {
    expect(faultOf(withCode('SQLITE_FULL')).message).toContain('disk is full');
    expect(faultOf(withCode('SQLITE_BUSY')).message).toContain('Another program');
  });

  it('never repeats the text of an error it does not know, which could quote a value', () => {
    for (const thrown of [withCode('SQLITE_ERROR'), new RangeError('Zt4q'), 'Zt4q', null]) {
      expect(faultOf(thrown)).toMatchObject({ kind: 'failed' });
      expect(faultOf(thrown).message).not.toContain('Zt4q');
    }
  });

  it('keeps a StoreError as it is, ready for the window', () => {
    const error = new StoreError({ kind: 'newer', message: 'Too new.' });
    expect(faultOf(error)).toEqual({ kind: 'newer', message: 'Too new.' });
    expect(error.info).toMatchObject({ code: 'store', message: 'Too new.' });
    expect(error.info.hint).not.toMatch(/delete|remove/i);
  });
});
