/** The items of a job page by page, as far as they are on screen. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BulkItem, BulkItemState } from '#shared/ipc/bulk.ts';
import { answer, bridge } from '../../lib/bridge.ts';

const pageSize = 100;

export type Items = {
  at(index: number): BulkItem | undefined;
  /** Reads what of these positions is not known; both are included. */
  want(first: number, last: number): void;
};

/** `version`: changes when what was read before may not be true any more. */
export function useItems(jobId: string, states: readonly BulkItemState[], version: string): Items {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly BulkItem[]>>(new Map());
  const asked = useRef(new Set<number>());
  const query = `${jobId} ${states.join(' ')} ${version}`;
  const current = useRef(query);

  useEffect(() => {
    current.current = query;
    asked.current.clear();
    setPages(new Map());
  }, [query]);

  const read = useCallback(
    async (page: number, forQuery: string, wanted: readonly BulkItemState[]) => {
      const offset = page * pageSize;
      const result = await answer(
        bridge().bulkItems({ jobId, states: [...wanted], offset, limit: pageSize }),
      );
      if (!result.ok || current.current !== forQuery) return;
      setPages((before) => new Map(before).set(page, result.value));
    },
    [jobId],
  );

  return {
    at: (index) => pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    want(first, last) {
      for (let page = Math.floor(first / pageSize); page <= Math.floor(last / pageSize); page += 1) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        void read(page, query, states);
      }
    },
  };
}
