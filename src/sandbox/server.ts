// Starts the sandbox: a world in a data folder, behind one HTTP server on loopback.
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { type Clock, systemClock } from './core/clock.ts';
import { dataFolder } from './core/data-folder.ts';
import { openDatabase, type SandboxDatabase } from './core/database.ts';
import { StartFailure } from './core/failure.ts';
import { seededRandom } from './core/random.ts';
import { rateLimit } from './core/rate-limit.ts';
import { datatureViFace } from './faces/datature-vi/face.ts';
import { roboflowFace } from './faces/roboflow/face.ts';
import type { OAuthSettings } from './faces/roboflow/oauth/settings.ts';
import { workspaceKeysFace } from './faces/workspace-keys/face.ts';
import { CALM, type Trouble } from './trouble/trouble.ts';
import { type Serve, troubled } from './trouble/troubled.ts';
import type { Profile, World } from './worlds/profile.ts';
import { PROFILE_NAMES, profileNamed } from './worlds/profiles.ts';

const FACES = [roboflowFace, workspaceKeysFace, datatureViFace];
const HOST = '127.0.0.1';
const DEFAULT_SEED = '1';

/** One way to sign in, as the ready line has it. */
export interface Connection {
  platform: string;
  baseUrl: string;
  /** What a person pastes to sign in: a Roboflow API key, a workspace-keys admin token, or a Datature Vi secret key. */
  credential: string;
  /** Of Datature Vi, the slug is the organization's id, which signing in needs too. */
  workspaces: readonly { slug: string; name: string }[];
}

export interface Sandbox {
  url: string;
  connections: Connection[];
  /** Stops listening, cuts open connections, closes the database, removes a temporary data folder. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** A built-in profile's name, or a profile of the caller's own. */
  profile: string | Profile;
  /** 0 takes any free port. */
  port: number;
  /** Kept between starts; left out, a temporary folder is made and removed by `close`. */
  dataDir?: string;
  clock?: Clock;
  /** For each credential and face. The default does not disturb normal use. */
  requestsPerMinute?: number;
  /** How chance falls, where a profile leaves something to it. The same seed and requests give the same answers. */
  seed?: string;
  /** In place of what the profile has of it. */
  trouble?: Partial<Trouble>;
  /** The same. Read at every request: whoever passed it may change it meanwhile. */
  oauth?: Partial<OAuthSettings>;
}

/** Throws StartFailure where profile, port or data folder cannot be used. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock = systemClock } = options;
  const profile = knownProfile(options.profile);
  const world = profile.world(clock.now());
  const folder = dataFolder(options.dataDir);
  let db: SandboxDatabase | undefined;
  try {
    db = openDatabase(folder.path, profile.name, (fresh) => {
      for (const face of FACES) face.plant(fresh, world);
    });
    const serve = onTheNetwork(options, profile, application(options, clock, profile, db).fetch);
    const server = createAdaptorServer({
      // Plain HTTP only, so the bindings are never those of HTTP/2.
      fetch: (request, env) => serve(request, env as HttpBindings),
    });
    const url = await listen(server, options.port);
    return { url, connections: connectionsTo(url, world), close: () => stop(server).then(cleanUp) };
  } catch (cause) {
    cleanUp();
    throw cause;
  }

  function cleanUp(): void {
    db?.close();
    folder.discard();
  }
}

function application(
  { requestsPerMinute = 600, seed = DEFAULT_SEED, oauth }: SandboxOptions,
  clock: Clock,
  profile: Profile,
  db: SandboxDatabase,
): Hono {
  const behaviour = oauth ? { ...profile.behaviour, oauth } : profile.behaviour;
  // Not strict: a base URL may be called with or without its last slash.
  const app = new Hono({ strict: false });
  // By the sandbox's own clock, so that one that is wrong looks wrong from outside too.
  app.use(async (c, next) => {
    await next();
    c.header('date', clock.now().toUTCString());
  });
  for (const { platform, mount } of FACES) {
    const limit = rateLimit(requestsPerMinute, clock);
    const random = seededRandom(`${seed} ${platform}`);
    mount(app, { db, clock, behaviour, random, limit, mountedAt: `/${platform}` });
  }
  return app;
}

/** Calm profiles are served as they are. */
function onTheNetwork(
  { seed = DEFAULT_SEED, trouble }: SandboxOptions,
  { behaviour }: Profile,
  serve: Serve,
): Serve {
  if (!behaviour.trouble && !trouble) return serve;
  return troubled(serve, { ...CALM, ...behaviour.trouble, ...trouble }, seed);
}

/** From the world and not from the database, which knows hashes only. */
function connectionsTo(url: string, world: World): Connection[] {
  return FACES.flatMap(({ platform, signIns }) =>
    signIns(world).map((signIn) => ({ platform, baseUrl: `${url}/${platform}`, ...signIn })),
  );
}

function knownProfile(profile: string | Profile): Profile {
  const known = typeof profile === 'string' ? profileNamed(profile) : profile;
  if (known) return known;
  throw new StartFailure(
    'unknown-profile',
    `There is no profile "${profile}". Profiles are: ${PROFILE_NAMES.join(', ')}.`,
  );
}

/** Answers the URL it listens on. */
function listen(server: ServerType, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why =
        cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${cause.code ?? cause.message})`;
      reject(
        new StartFailure(
          'port-unavailable',
          `Port ${port} ${why}. Name another with --port, or 0 for any free one.`,
        ),
      );
    });
    server.listen(port, HOST, () => resolve(`http://${HOST}:${(server.address() as AddressInfo).port}`));
  });
}

/** Does not wait for idle keep-alive connections, which would hold the process for seconds. */
function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
