/** What can be done to many keys at once, in the order in which the selection bar offers it. */
import type { BulkActionKind } from '#shared/ipc/bulk.ts';

type BulkOffer = {
  kind: BulkActionKind;
  label: string;
  /** Whatever uses the keys stops working. */
  destructive: boolean;
};

export const bulkOffers: readonly BulkOffer[] = [
  { kind: 'environment', label: 'Environment', destructive: false },
  { kind: 'owner', label: 'Owner', destructive: false },
  { kind: 'scope', label: 'Scope', destructive: false },
  { kind: 'enable', label: 'Enable', destructive: false },
  { kind: 'disable', label: 'Disable', destructive: true },
  { kind: 'quarantine', label: 'Quarantine', destructive: true },
  { kind: 'delete', label: 'Delete', destructive: true },
];

export function isDestructive(kind: BulkActionKind): boolean {
  return bulkOffers.some((offer) => offer.kind === kind && offer.destructive);
}
