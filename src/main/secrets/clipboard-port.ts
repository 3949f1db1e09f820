/** The system's clipboard, as far as a secret needs it. */
export type ClipboardPort = {
  readText(): Promise<string>;
  /** `sensitive` asks the system to keep the text out of clipboard history, where it can. */
  writeText(text: string, options: { sensitive: true }): Promise<void>;
  clear(): Promise<void>;
};
