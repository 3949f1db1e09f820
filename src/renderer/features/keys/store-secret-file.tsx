/** The secret into a file of its own, or as a line for `.env`; the system's own dialog asks where. */
import { useState } from 'react';
import type { FileFormat } from '#shared/ipc/hand-over.ts';
import { useAppInfo } from '../../app/app-info-store.ts';
import { bridge } from '../../lib/bridge.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './store-secret-panel.module.css';

const formats: readonly { value: FileFormat; label: string }[] = [
  { value: 'secret', label: 'Secret alone' },
  { value: 'env', label: '.env line' },
];

export function StoreSecretFile({
  handOverId,
  open,
  request,
  onSaved,
}: {
  handOverId: string;
  open: boolean;
  request: Request;
  onSaved: () => void;
}) {
  const [format, setFormat] = useState<FileFormat>('secret');
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const folderDecides = useAppInfo((state) => state.info?.os === 'windows');
  const readers = folderDecides ? 'Whoever may read the folder may read it.' : 'Readable by you alone.';

  const save = async () => {
    const saved = await request.run(() => bridge().handOverSave({ handOverId, format }));
    // Cancelled in the system's dialog: whatever was saved before still is.
    if (saved?.fileName == null) return;
    setSavedAs(saved.fileName);
    onSaved();
  };

  return (
    <div className={styles.panel} hidden={!open}>
      <div className={styles.bar}>
        <Segments legend="The file holds" segments={formats} value={format} onValueChange={setFormat} />
        <Button busy={request.busy} onClick={() => void save()}>
          Choose where…
        </Button>
      </div>
      <p className={styles.note} role="status">
        {savedAs === null ? readers : `Saved as ${savedAs}. ${readers}`}
      </p>
    </div>
  );
}
