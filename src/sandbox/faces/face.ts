// What a platform's side of the sandbox has to offer. One folder per face; the server only knows this shape.
import type { Hono } from 'hono';
import type { Clock } from '../core/clock.ts';
import type { SandboxDatabase } from '../core/database.ts';
import type { Random } from '../core/random.ts';
import type { RateLimit } from '../core/rate-limit.ts';
import type { Behaviour, World } from '../worlds/profile.ts';

export interface FaceServices {
  db: SandboxDatabase;
  clock: Clock;
  behaviour: Behaviour;
  /** For what a behaviour leaves to chance; seeded. */
  random: Random;
  limit: RateLimit;
  /** Path the face is mounted at, for the server entry of its OpenAPI document. */
  mountedAt: string;
}

/** One credential a person would paste into a client, and the workspaces it opens. */
interface SignIn {
  credential: string;
  workspaces: readonly { slug: string; name: string }[];
}

export interface Face {
  /** Also the first path segment under the sandbox's URL. */
  platform: string;
  /** Creates the face's tables and fills them with its part of the world. */
  plant(db: SandboxDatabase, world: World): void;
  signIns(world: World): SignIn[];
  /** Adds the face's routes to the server, under `services.mountedAt`. */
  mount(server: Hono, services: FaceServices): void;
}
