/** Says that the Roboflow CLI keeps keys in plain text on this computer, where it does, and offers to move them. */
import type { ReactNode } from 'react';
import { useAppInfo } from '../../app/app-info-store.ts';
import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import styles from './cli-import.module.css';
import { keysInFile } from './cli-words.ts';
import { useCliFile } from './use-cli-file.ts';

const open = () => openDialog({ kind: 'cli-import' });

/** `children` lays the button and the sentence out; it is not called where there is nothing to offer. */
export function CliImportOffer({
  children,
}: {
  children: (button: ReactNode, sentence: string) => ReactNode;
}) {
  const { file } = useCliFile();
  const inMemory = useAppInfo((state) => state.info?.secretStore.driver === 'memory');
  if (!file || file.problem || file.workspaces.length === 0) return null;
  const button = <Button onClick={open}>{inMemory ? 'Import them…' : 'Move to the keychain…'}</Button>;
  return children(button, keysInFile(file));
}

/** In the form for one credential: the way to many, also from a file that lies elsewhere. */
export function CliImportLine() {
  const { file } = useCliFile();
  const found = file && !file.problem && file.workspaces.length > 0;
  return (
    <p className={styles.line}>
      {found ? `${keysInFile(file)} ` : ''}
      <Button variant="link" onClick={open}>
        {found ? 'Import them…' : 'Import from the Roboflow CLI…'}
      </Button>
    </p>
  );
}
