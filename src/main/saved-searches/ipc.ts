import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { SavedSearchService } from './service.ts';

export function savedSearchHandlers(service: SavedSearchService): Handlers<CallsOf<'savedSearches'>> {
  return {
    'savedSearches.list': () => service.list(),
    'savedSearches.counts': () => service.counts(),
    'savedSearches.add': ({ name, search, workspaceId }) => service.add(name, search, workspaceId),
    'savedSearches.rename': ({ id, name }) => service.rename(id, name),
    'savedSearches.move': async ({ id, position }) => {
      await service.move(id, position);
      return {};
    },
    'savedSearches.remove': ({ id }) => service.remove(id),
    'savedSearches.restore': async ({ removed, position }) => {
      await service.restore(removed, position);
      return {};
    },
  };
}
