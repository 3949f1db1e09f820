/** The system clipboard as the hand-over needs it. */
import { clipboard } from 'electron';
import type { ClipboardPort } from '../secrets/clipboard-port.ts';

/** Electron's clipboard answers with promises since version 44. */
export const systemClipboard: ClipboardPort = {
  readText: async () => clipboard.readText(),
  writeText: async (text) => clipboard.writeText(text),
  async clear() {
    clipboard.clear();
    // It does not say when it is done; an answer to a question asked after it does.
    await clipboard.readText();
  },
};
