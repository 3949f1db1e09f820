/** When a key was used, as far as its platform told. */
import { observationsSchema } from '../domain/observations.ts';
import { z } from '../zod.ts';
import { call } from './define.ts';

export const observationCalls = {
  /** Null for a key that is not in the inventory any more. */
  'observations.get': call(
    z.strictObject({ keyId: z.string() }),
    z.strictObject({ observations: observationsSchema.nullable() }),
  ),
};
