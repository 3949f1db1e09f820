// What can go wrong between a platform and its client, and how often it does.

/** One per request at most. What each does to an answer is in faults.ts. */
export const FAULTS = [
  'throttled',
  'serverError',
  'webPage',
  'dropped',
  'cutBody',
  'cutJson',
  'garbled',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Chances from 0 to 1. Those of the faults add up to 1 at most; what is left of a request goes well. */
export interface Trouble extends Record<Fault, number> {
  /** How often an answer is late, by up to `longestDelay` milliseconds. */
  slow: number;
  longestDelay: number;
  /** How often an answer comes in another of the spellings and shapes that are in use (dialect.ts). */
  dialect: number;
}

export const CALM: Trouble = {
  throttled: 0,
  serverError: 0,
  webPage: 0,
  dropped: 0,
  cutBody: 0,
  cutJson: 0,
  garbled: 0,
  slow: 0,
  longestDelay: 0,
  dialect: 0,
};
