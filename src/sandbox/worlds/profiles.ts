// The built-in profiles by name.
import { chaos } from './chaos/profile.ts';
import { demo } from './demo/profile.ts';
import { empty } from './empty.ts';
import type { Profile } from './profile.ts';

const PROFILES: readonly Profile[] = [demo, empty, chaos];

/** For messages and the usage text. */
export const PROFILE_NAMES: readonly string[] = PROFILES.map(({ name }) => name);

export function profileNamed(name: string): Profile | undefined {
  return PROFILES.find((profile) => profile.name === name);
}
