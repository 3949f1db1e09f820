/** How a call between window and main is declared: its schemas are the contract, its types come from them. */

import type { ErrorInfo } from '../domain/errors.ts';
import type { z } from '../zod.ts';

/** Ties the two schemas of a call together without widening them. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output };
}

export function event<Payload extends z.ZodType>(payload: Payload) {
  return { payload };
}

/** Every call answers with one of these two; a refusal is never `undefined`, which would look like success. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; error: ErrorInfo };
