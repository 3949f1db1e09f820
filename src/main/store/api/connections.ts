/** Sign-ins, how their platforms answer, and what is left of removed ones. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ConnectionState, SignInWay } from '#shared/ipc/connections.ts';
import type { RemoteWorkspace } from '../../platforms/platform.ts';

export type ConnectionRow = {
  id: string;
  platform: PlatformId;
  baseUrl: string;
  account: string | null;
  /** What the platform needs beside the credential; null where it needs nothing. */
  organizationId: string | null;
  /** Belongs to the sandbox that ships with Latchkey: its address changes with every start. */
  embedded: boolean;
  signInWay: SignInWay;
  state: ConnectionState;
  problem: ErrorInfo | null;
};

/** How a request ended: `status` is null where no answer came. The time counts until the first byte of the answer. */
export type Answered = { at: string; status: number | null; milliseconds: number };

/** What the connections screen says about a sign-in beyond its row. */
export type ConnectionFacts = {
  id: string;
  /** What the person calls it. */
  label: string | null;
  lastAnswer: Answered | null;
  /** Median of the last answers, in milliseconds. */
  latency: number | null;
  /** Names of workspaces it reaches too, but which came in by another connection. */
  alsoReaches: string[];
  /** Changes sent through it whose outcome is not known. */
  openIntents: number;
  /** Keys in quarantine, whose planned deletion goes through it. */
  quarantined: number;
};

export type ConnectionReads = {
  connections(): ConnectionRow[];
  connectionFacts(): ConnectionFacts[];
};

export type ConnectionWrites = {
  /** Adds a connection with its workspaces (colour and position are given out here); answers the workspaces' ids. */
  addConnection(connection: ConnectionRow, workspaces: RemoteWorkspace[], now: string): string[];
  /** What a sign-in or sync says about a connection: its state, who it is, where it is. Adds workspaces it newly reaches; never removes one. */
  updateConnection(
    connectionId: string,
    change: {
      state?: ConnectionState;
      problem?: ErrorInfo | null;
      account?: string | null;
      baseUrl?: string;
      signInWay?: SignInWay;
      workspaces?: RemoteWorkspace[];
    },
    now: string,
  ): string[];
  setConnectionLabel(connectionId: string, label: string | null): void;
  keepAnswers(answers: { connectionId: string; last: Answered; latency: number | null }[]): void;
};

export type RemovedReads = {
  /** Removed connections whose credential may still be in the keychain. */
  credentialsLeft(): string[];
};

export type RemovedWrites = {
  /**
   * Takes a connection, its workspaces and their keys out. What people noted about keys waits for the workspace to be
   * connected again, and the activity stays. Answers whether it was there.
   */
  removeConnection(connectionId: string, now: string): boolean;
  /** The credential of a removed connection is out of the keychain. */
  credentialGone(connectionId: string): void;
};
