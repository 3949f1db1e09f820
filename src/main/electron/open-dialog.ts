/** The system's own dialog for choosing a file to read. */
import { dialog, type OpenDialogOptions } from 'electron';
import { allWindows } from './window.ts';

/** `startAt`: a file or folder to begin at. Null when the person thought better of it. */
export async function askWhichFile(title: string, startAt: string): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    defaultPath: startAt,
    buttonLabel: 'Choose',
    filters: [
      { name: 'JSON', extensions: ['json'] },
      { name: 'All files', extensions: ['*'] },
    ],
    // The folder is a hidden one, and a file with keys is nothing for a list of recent ones.
    properties: ['openFile', 'showHiddenFiles', 'dontAddToRecent'],
  };
  const [window] = allWindows();
  const answer = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
