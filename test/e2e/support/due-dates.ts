/** Gives keys of the demo world an environment, so that they fall due: not every platform has a field for it. */
import type { Page } from '@playwright/test';
import type {} from '../../../src/renderer/lib/bridge.ts';

/** How many keys a search finds now, over all workspaces; asked of main and not of what is on screen. */
export function countOf(page: Page, search: string): Promise<number> {
  return page.evaluate(async (search) => {
    const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
    const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 1 });
    if (!found.ok) throw new Error(found.error.message);
    return found.value.total;
  }, search);
}

/**
 * The keys that a search finds (at most 200) get the environment, by the same call as the inspector's. Answers how many
 * keys are overdue by then, for the window to show.
 */
export async function setEnvironment(
  page: Page,
  search: string,
  environment: 'production' | 'staging' | 'ci',
): Promise<number> {
  await page.evaluate(
    async ([search, environment]) => {
      const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
      const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 200 });
      if (!found.ok) throw new Error(found.error.message);
      const keyIds = found.value.rows.map(({ id }) => id);
      const set = await window.latchkey.annotationsSet({ keyIds, patch: { environment } });
      if (!set.ok) throw new Error(set.error.message);
    },
    [search, environment] as const,
  );
  return countOf(page, 'status:overdue');
}
