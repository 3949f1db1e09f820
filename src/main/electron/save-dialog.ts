/** The system's own dialog for saving a file. */
import { dialog, type SaveDialogOptions } from 'electron';
import type { SaveDialog } from '../secrets/save-to-file.ts';
import { allWindows } from './window.ts';

export const askWhereToSave: SaveDialog = async (suggestedName, title) => {
  const options: SaveDialogOptions = {
    title,
    defaultPath: suggestedName,
    buttonLabel: 'Save',
    // Linux asks before replacing a file only when told to; a file with a secret, or with the names of keys, is nothing for a list of recent ones.
    properties: ['showOverwriteConfirmation', 'createDirectory', 'showHiddenFiles', 'dontAddToRecent'],
  };
  const [window] = allWindows();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};
