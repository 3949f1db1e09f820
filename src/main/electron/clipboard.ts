/** The system clipboard as the hand-over needs it. */
import { clipboard } from 'electron';
import type { ClipboardPort } from '../secrets/clipboard-timer.ts';

/** Electron's clipboard answers with promises since version 44. */
export const systemClipboard: ClipboardPort = {
  readText: async () => clipboard.readText(),
  writeText: async (text) => clipboard.writeText(text),
  clear: async () => clipboard.clear(),
};
