// A profile is a world (what exists at the start) with a behaviour (where the contract leaves the server a choice).
import type { DatatureViWorld } from '../faces/datature-vi/world.ts';
import type { OAuthSettings } from '../faces/roboflow/oauth/settings.ts';
import type { RoboflowWorld } from '../faces/roboflow/world.ts';
import type { WorkspaceKeysWorld } from '../faces/workspace-keys/world.ts';
import type { Trouble } from '../trouble/trouble.ts';

/** Everything that exists before the first request, by platform. Holds derived secrets: keep it in memory only. */
export interface World {
  roboflow: RoboflowWorld;
  workspaceKeys: WorkspaceKeysWorld;
  datatureVi: DatatureViWorld;
}

/** The answers to what a contract leaves open, so that a client can be tried against either. */
export interface Behaviour {
  /** Whether rolling a Roboflow key carries its custom metadata over; the platform does not say. */
  rollKeepsMetadata: boolean | 'sometimes';
  /** Of the sign-in in a browser; the defaults for what is left out. */
  oauth?: Partial<OAuthSettings>;
  /** What goes wrong on the way to the client; nothing, where it is left out. */
  trouble?: Trouble;
}

export interface Profile {
  name: string;
  behaviour: Behaviour;
  /** The world as of `now`. Nothing but times of creation and of use may depend on `now`; the rest is the same on every start. */
  world(now: Date): World;
}
