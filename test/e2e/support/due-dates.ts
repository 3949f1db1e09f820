/** Gives keys of the demo world an environment, so that they fall due: the platforms have no field for it. */
import type { Page } from '@playwright/test';
import type {} from '../../../src/renderer/lib/bridge.ts';

/**
 * The keys that a search finds (at most 200) get the environment, by the same call as the inspector's. Answers how many
 * they are.
 */
export function setEnvironment(
  page: Page,
  search: string,
  environment: 'production' | 'staging' | 'ci',
): Promise<number> {
  return page.evaluate(
    async ([search, environment]) => {
      const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
      const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 200 });
      if (!found.ok) throw new Error(found.error.message);
      const keyIds = found.value.rows.map(({ id }) => id);
      const set = await window.latchkey.annotationsSet({ keyIds, patch: { environment } });
      if (!set.ok) throw new Error(set.error.message);
      return keyIds.length;
    },
    [search, environment] as const,
  );
}
