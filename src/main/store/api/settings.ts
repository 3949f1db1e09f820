/** Settings, as JSON texts by name. */
export type SettingReads = {
  /** What was set, as JSON texts by name; names may be those of other versions. */
  settings(): { name: string; value: string }[];
};

export type SettingWrites = {
  writeSettings(settings: readonly { name: string; value: string }[]): void;
};
