/** What a change of many keys does to each: the single changes of other features, of which the job tells and not they. */
import { annotateKey } from './annotations/annotate.ts';
import type { BulkActions, Quietly } from './bulk/needs.ts';
import { disable, readKey, setDisabled } from './keys/change.ts';
import { deleteKey, isGone } from './keys/delete.ts';
import { editGrant } from './keys/edit-grant.ts';
import type { KeyNeeds } from './keys/needs.ts';
import type { QuarantineNeeds } from './quarantine/needs.ts';
import { quarantineKey } from './quarantine/put.ts';

type SingleChanges = {
  keys: KeyNeeds;
  annotations: Parameters<typeof annotateKey>[0];
  quarantine: QuarantineNeeds;
};

export function bulkActions(single: SingleChanges, quietly: Quietly): BulkActions {
  const keys: KeyNeeds = { ...single.keys, ...quietly };
  const annotating = { ...single.annotations, emit: quietly.emit };
  const quarantining: QuarantineNeeds = {
    ...single.quarantine,
    emit: quietly.emit,
    keys: { ...single.quarantine.keys, disable: (...how) => disable(keys, ...how) },
  };
  return {
    read: (keyId) => readKey(keys, keyId),
    isGone: (keyId) => isGone(keys, keyId),
    setDisabled: (keyId, disabled) => setDisabled(keys, keyId, disabled),
    quarantine: (keyId, plan) => quarantineKey(quarantining, keyId, plan),
    deleteKey: (keyId) => deleteKey(keys, keyId),
    editGrant: (keyId, grant, expected) => editGrant(keys, keyId, grant, expected),
    annotate: (keyId, patch) => annotateKey(annotating, keyId, patch),
  };
}
