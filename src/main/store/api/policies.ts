/** How often keys rotate, which of them rest, and on which days some are planned. Days as `dayOf` has them. */
import type { PolicyEnvironment } from '#shared/domain/key-rotation.ts';
import type { ChosenDays, KeyPolicy, Policy, PolicyChange, PolicyEffect } from '#shared/domain/policies.ts';

export type PolicyChoice = { environment: PolicyEnvironment; days: ChosenDays };

/** When it is said and why. Who says so is the account of its workspace's connection. */
export type PolicyNote = { at: string; reason: string | null };

/** A note for the activity of a key, in one sentence. */
export type KeyNote = PolicyNote & { detail: string };

type PlannedDay = { keyId: string; day: number | null };

export type PolicyReads = {
  /** Of all workspaces that are here, and what goes for all of them. */
  policies(): Policy[];
  /** The latest changes first. */
  policyChanges(most: number): PolicyChange[];
  /** Null for a key that is not here. */
  keyPolicy(keyId: string): KeyPolicy | null;
  /** What these choices would move, in one workspace or (null) everywhere. Nothing is changed. */
  policyEffect(workspaceId: string | null, choices: readonly PolicyChoice[]): PolicyEffect;
};

/** The workspaces whose keys may be due on other days than before. */
type Moved = { workspaceIds: string[] };

export type PolicyWrites = {
  setPolicies(
    workspaceId: string | null,
    choices: readonly PolicyChoice[],
    note: PolicyNote,
  ): Moved & { before: PolicyChoice[] };
  setKeyPolicy(keyId: string, days: ChosenDays, note: KeyNote): Moved;
  /**
   * Lets the keys rest until a day, or (null) ends that. `before`: what each that was changed had; keys without a day to be
   * put off are left alone.
   */
  snoozeKeys(
    keyIds: readonly string[],
    until: number | null,
    note: KeyNote,
  ): Moved & { before: { keyId: string; until: number | null; reason: string | null }[] };
  /**
   * Plans all of them, or takes what was planned away (`day` null). Where one day is outside its key's policy, or a key is
   * not here, nothing is written and `refused` names the keys. `anyDay`: puts back what was so before, also what the policy
   * or the calendar has overtaken.
   */
  planDays(
    plans: readonly PlannedDay[],
    anyDay: boolean,
    note: PolicyNote,
  ): Moved & { before: PlannedDay[]; refused: string[] };
};
