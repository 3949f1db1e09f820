/** Keys that match what is typed, over all workspaces, as main finds them. */
import { useEffect, useState } from 'react';
import type { KeyRow } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { longestGroup } from './entries.ts';

/** Between two letters of somebody who types: what stands in between is not worth asking for. */
const pauseMs = 80;

export type FoundKeys = {
  rows: readonly KeyRow[];
  /** The answer for what is typed now has not come yet; `rows` are those of the words before. */
  waiting: boolean;
  /** Why keys could not be looked for. */
  problem: string | null;
};

const nothing = { typed: '', rows: [], problem: null };

export function useFoundKeys(typed: string): FoundKeys {
  const search = typed.trim();
  const [found, setFound] = useState<{ typed: string; rows: readonly KeyRow[]; problem: string | null }>(
    nothing,
  );

  useEffect(() => {
    if (search === '') return setFound(nothing);
    let outdated = false;
    const timer = setTimeout(async () => {
      const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
      const result = await answer(bridge().inventoryRows({ query, offset: 0, limit: longestGroup }));
      if (outdated) return;
      if (result.ok) setFound({ typed: search, rows: result.value.rows, problem: null });
      else setFound({ typed: search, rows: [], problem: result.error.message });
    }, pauseMs);
    return () => {
      outdated = true;
      clearTimeout(timer);
    };
  }, [search]);

  if (search === '') return { ...nothing, waiting: false };
  return { rows: found.rows, problem: found.problem, waiting: found.typed !== search };
}
