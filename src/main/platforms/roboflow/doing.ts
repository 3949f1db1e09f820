import type { KeyChange, NewKey } from '../platform.ts';

/** What was being done: the same status means different things for different calls. */
export type Doing =
  | {
      what:
        | 'sign in'
        | 'look who'
        | 'read workspace'
        | 'read folders'
        | 'read publishable'
        | 'list'
        | 'get'
        | 'delete'
        | 'roll';
    }
  | { what: 'create'; key: NewKey }
  | { what: 'update'; change: KeyChange };
