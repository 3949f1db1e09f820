/** When keys were used, as far as their platforms told. */
import type { Observations } from '#shared/domain/observations.ts';

export type ObservationReads = {
  /** A key's history; null for one that is not in the inventory. */
  observations(keyId: string): Observations | null;
};
