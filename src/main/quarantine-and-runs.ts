/**
 * Quarantine and rotation runs, wired to each other and to the actions on keys: a run disables by way of quarantine, and quarantine
 * asks whether a run has come as far as its deletion.
 */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { disable, enable, readKey } from './keys/change.ts';
import { mintKey } from './keys/create.ts';
import { deleteKey } from './keys/delete.ts';
import type { KeyNeeds } from './keys/needs.ts';
import type { QuarantineNeeds } from './quarantine/needs.ts';
import { quarantineKey, restoreKey } from './quarantine/put.ts';
import { needReplaced } from './runs/delete-step.ts';
import type { RunNeeds } from './runs/needs.ts';
import { createRunService, type RunService } from './runs/service.ts';

type Needs = Pick<RunNeeds, 'look' | 'ahead'> &
  Pick<QuarantineNeeds, 'leastAhead'> & { describe: (error: unknown) => ErrorInfo };

export function wireQuarantineAndRuns(
  keyNeeds: KeyNeeds,
  { look, ahead, leastAhead, describe }: Needs,
): { quarantineNeeds: QuarantineNeeds; runs: RunService } {
  const { store, clock, newId, emit, lookSoon, writes, report } = keyNeeds;
  const quarantineNeeds: QuarantineNeeds = {
    store,
    clock,
    newId,
    emit,
    keys: {
      read: (keyId) => readKey(keyNeeds, keyId),
      disable: (...how) => disable(keyNeeds, ...how),
      enable: (...how) => enable(keyNeeds, ...how),
      delete: (keyId, how) => deleteKey(keyNeeds, keyId, how),
    },
    needReplaced: (keyId, read) => needReplaced(store, keyId, read),
    readWorkspace: look,
    leastAhead,
    describe,
    isBeingChanged: writes.onKey,
    deleting: new Set(),
  };
  const runs = createRunService({
    store,
    clock,
    newId,
    emit,
    keys: {
      read: (keyId) => readKey(keyNeeds, keyId),
      mint: (workspace, wanted, how) => mintKey(keyNeeds, workspace, wanted, how),
      enable: (keyId, intentId) => enable(keyNeeds, keyId, intentId),
      delete: (keyId, how) => deleteKey(keyNeeds, keyId, how),
    },
    quarantine: {
      put: (keyId, plan, intentId) => quarantineKey(quarantineNeeds, keyId, plan, intentId),
      restore: (keyId, stays, intentId) => restoreKey(quarantineNeeds, keyId, stays, intentId),
    },
    look,
    lookSoon,
    ahead,
    describe,
    report,
  });
  return { quarantineNeeds, runs };
}
