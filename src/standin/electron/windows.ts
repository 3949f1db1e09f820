/** The open windows, known to `app` and `BrowserWindow` alike without either importing the other. */
export interface OpenWindow {
  readonly id: number;
  close(): void;
  destroy(): void;
}

export const windows = new Set<OpenWindow>();
