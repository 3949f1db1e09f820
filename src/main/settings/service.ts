/** Reads and writes settings. What cannot be understood counts as not set: a setting is never worth an error. */
import { defaultSettings, type SettingName, type Settings, settingSchemas } from '#shared/ipc/settings.ts';
import type { Store } from '../store/client.ts';

export type SettingsService = {
  read(): Promise<Settings>;
  write(change: { [Name in SettingName]?: Settings[Name] | undefined }): Promise<void>;
};

export function createSettings(store: Store): SettingsService {
  return {
    async read() {
      const kept = new Map((await store.read.settings()).map(({ name, value }) => [name, value]));
      const settings: Record<string, unknown> = {};
      for (const name of settingNames) settings[name] = understood(name, kept.get(name));
      return settings as Settings;
    },
    async write(change) {
      const given = settingNames.filter((name) => change[name] !== undefined);
      await store.write.writeSettings(given.map((name) => ({ name, value: JSON.stringify(change[name]) })));
    },
  };
}

const settingNames = Object.keys(settingSchemas) as SettingName[];

function understood(name: SettingName, text: string | undefined): unknown {
  if (text === undefined) return defaultSettings[name];
  try {
    return settingSchemas[name].parse(JSON.parse(text));
  } catch {
    return defaultSettings[name];
  }
}
