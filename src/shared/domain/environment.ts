import { z } from '../zod.ts';

/** Where a key is used. Kept by Latchkey, since no platform has a field for it. */
export const environmentSchema = z.enum(['production', 'staging', 'development', 'ci', 'unassigned']);
export type Environment = z.infer<typeof environmentSchema>;

export const environmentLabels: Readonly<Record<Environment, string>> = {
  production: 'Production',
  staging: 'Staging',
  development: 'Development',
  ci: 'CI/CD',
  unassigned: 'Unassigned',
};
