import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { CliImportService } from './service.ts';

/** No answer holds a key. */
export function cliImportHandlers(service: CliImportService): Handlers<CallsOf<'cliImport'>> {
  return {
    'cliImport.look': ({ place }) => service.look(place),
    'cliImport.choose': async () => ({ chosen: await service.choose() }),
    'cliImport.connect': (wanted) => service.connect(wanted),
    'cliImport.stop': async () => {
      service.stop();
      return {};
    },
    'cliImport.removable': ({ place }) => service.removable(place),
    'cliImport.removeKeys': async ({ place, ids }) => ({ removed: await service.removeKeys(place, ids) }),
  };
}
