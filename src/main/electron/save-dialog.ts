/** The system's own dialog for saving a secret. */
import { dialog, type SaveDialogOptions } from 'electron';
import type { SaveDialog } from '../secrets/save-to-file.ts';
import { allWindows } from './window.ts';

export const askWhereToSave: SaveDialog = async (suggestedName) => {
  const options: SaveDialogOptions = {
    title: 'Save the secret',
    defaultPath: suggestedName,
    buttonLabel: 'Save',
    // Linux asks before replacing a file only when told to; a file with a secret is nothing for a list of recent ones.
    properties: ['showOverwriteConfirmation', 'createDirectory', 'showHiddenFiles', 'dontAddToRecent'],
  };
  const [window] = allWindows();
  const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
};
