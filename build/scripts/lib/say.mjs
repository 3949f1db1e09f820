// The scripts' way of speaking: one line per step, nothing where there was nothing to do.

import { Interrupted } from './ending.mjs';

/** A failure whose message is all the reader needs: one sentence, no stack. */
export class Trouble extends Error {
  /**
   * @param {string} message what happened and what to do
   * @param {string} [details] output of the program that failed, shown below the sentence
   */
  constructor(message, details = '') {
    super(message);
    this.details = details;
  }
}

/** Progress goes to standard error, so that standard output stays free for results. */
const out = process.stderr;

/** @param {string} text */
export const say = (text) => void out.write(`${text}\n`);

/** @param {number} milliseconds */
export const duration = (milliseconds) =>
  milliseconds < 950 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`;

/**
 * Runs one step under one line: `Building Latchkey … done in 2 s`.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} [outcome] what to say instead of `done`
 * @returns {Promise<T>}
 */
export async function step(label, work, outcome = () => 'done') {
  const start = performance.now();
  out.write(`${label} … `);
  try {
    const result = await work();
    out.write(`${outcome(result)} in ${duration(performance.now() - start)}\n`);
    return result;
  } catch (error) {
    out.write(error instanceof Interrupted ? 'interrupted\n' : 'failed\n');
    throw error;
  }
}

/**
 * Runs a script's body: trouble becomes a sentence and exit code 1, anything else keeps its stack.
 * @param {() => Promise<number>} body gives the exit code
 */
export async function main(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof Interrupted) {
      process.exitCode = Interrupted.exitCode;
    } else if (error instanceof Trouble) {
      if (error.details) say(error.details.trimEnd());
      say(error.message);
      process.exitCode = 1;
    } else throw error;
  }
}
