/** Keeps what an application asked of the system where the stand-in has no system to ask, so that tests can look. */
export interface RecordedCall {
  /** `shell.openExternal`, `BrowserWindow.setContentProtection`, ... */
  readonly call: string;
  readonly args: readonly unknown[];
}

export const records: RecordedCall[] = [];

export function record(call: string, ...args: unknown[]): void {
  records.push({ call, args });
}
