/** Settings as texts by name. What is in them is the business of the settings feature. */
import type { SettingReads, SettingWrites } from './api/settings.ts';
import type { Sql } from './sql.ts';

export function settingReads(sql: Sql): SettingReads {
  return { settings: () => sql.all('SELECT name, value FROM settings') };
}

export function settingWrites(sql: Sql): SettingWrites {
  return {
    writeSettings(settings) {
      sql.atomically(() => {
        for (const { name, value } of settings)
          sql.run(
            'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
            name,
            value,
          );
      });
    },
  };
}
