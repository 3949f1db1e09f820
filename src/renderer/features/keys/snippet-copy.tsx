/** The secret put to use in a line of code: looked at with the secret masked, copied with it where it belongs in. */
import { useEffect, useState } from 'react';
import { type SnippetFormat, snippetFormats } from '#shared/ipc/hand-over.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import styles from './store-secret-panel.module.css';

const labels: Readonly<Record<SnippetFormat, string>> = {
  env: '.env',
  python: 'Python',
  node: 'Node',
  curl: 'cURL',
};
const segments = snippetFormats.map((value) => ({ value, label: labels[value] }));

export function SnippetCopy({
  handOverId,
  open,
  onCopy,
}: {
  handOverId: string;
  open: boolean;
  /** `holdsSecret`: copying this hands the secret over. */
  onCopy: (format: SnippetFormat, holdsSecret: boolean) => void;
}) {
  const [format, setFormat] = useState<SnippetFormat>('env');
  const previews = usePreviews(handOverId);
  const preview = previews?.[format] ?? '';
  // Main masks the secret with dots: a snippet without any reads it from the environment.
  const holdsSecret = preview.includes('•');

  return (
    <div className={styles.panel} hidden={!open}>
      <div className={styles.bar}>
        <Segments legend="Copy as" segments={segments} value={format} onValueChange={setFormat} />
        <Button disabled={!previews} onClick={() => onCopy(format, holdsSecret)}>
          Copy as {labels[format]}
        </Button>
      </div>
      {/* A text area, since it can be scrolled and read with the keyboard. */}
      <textarea
        className={styles.preview}
        aria-label={`Preview of ${labels[format]}`}
        readOnly
        spellCheck={false}
        wrap="off"
        value={preview}
      />
      <p className={styles.note}>
        {holdsSecret || !previews
          ? 'Holds the secret, masked here.'
          : 'Reads the secret from the environment; it is not in this code.'}
      </p>
    </div>
  );
}

function usePreviews(handOverId: string): Readonly<Record<SnippetFormat, string>> | null {
  const [previews, setPreviews] = useState<Readonly<Record<SnippetFormat, string>> | null>(null);
  useEffect(() => {
    let wanted = true;
    void answer(bridge().handOverSnippets({ handOverId })).then((result) => {
      if (wanted && result.ok) setPreviews(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [handOverId]);
  return previews;
}
