import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { SettingsService } from './service.ts';

export function settingsHandlers(settings: SettingsService): Handlers<CallsOf<'settings'>> {
  return {
    'settings.read': () => settings.read(),
    'settings.write': async (change) => {
      await settings.write(change);
      return {};
    },
  };
}
