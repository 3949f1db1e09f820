/** System dialogs: none is shown. Each is recorded and answered as if cancelled, unless a test says otherwise. */
import type { Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import { Named } from './named.ts';
import { record } from './records.ts';

type Shown = Pick<Dialog, 'showErrorBox'>;
type Answers = { message: MessageBoxReturnValue[]; save: string[]; open: string[][] };

/** What tests want the next dialogs to answer, first come first served. */
export const dialogAnswers: Answers = { message: [], save: [], open: [] };

/** The window may be left out, so the options are the last argument. */
function options<O>(args: readonly unknown[]): O {
  return args.at(-1) as O;
}

export class StandinDialog extends Named implements Shown {
  static override readonly name = 'dialog';

  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    process.stderr.write(`${title}: ${content}\n`);
  }

  async showMessageBox(...args: unknown[]): Promise<MessageBoxReturnValue> {
    const wanted = options<MessageBoxOptions>(args);
    record('dialog.showMessageBox', wanted);
    // Electron closes a dialog with its cancel button, the first one where none is named.
    return dialogAnswers.message.shift() ?? { response: wanted.cancelId ?? 0, checkboxChecked: false };
  }

  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    record('dialog.showSaveDialog', options(args));
    const filePath = dialogAnswers.save.shift();
    return { canceled: filePath === undefined, filePath: filePath ?? '' };
  }

  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    record('dialog.showOpenDialog', options(args));
    const filePaths = dialogAnswers.open.shift();
    return { canceled: filePaths === undefined, filePaths: filePaths ?? [] };
  }
}

export const dialog = new StandinDialog();
