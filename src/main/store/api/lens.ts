/** What the keys in view can do. */
import type { LensPage, LensQuery } from '#shared/ipc/lens.ts';

export type LensReads = {
  lensRows(query: LensQuery, offset: number, limit: number): LensPage;
};
