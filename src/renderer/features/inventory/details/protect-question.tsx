import { useEffect, useRef } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Asks before protecting: no platform lets it be lifted from here, so a slip would cost a visit to its dashboard. */
export function ProtectQuestion({
  detail,
  onAnswer,
}: {
  detail: KeyDetail;
  onAnswer: (yes: boolean) => void;
}) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <Notice
      tone="warn"
      message={`Protect ${detail.name}?`}
      hint={`Only ${platforms[detail.platform].label}’s dashboard can lift it again.`}
    >
      <Button onClick={() => onAnswer(true)}>Protect key</Button>
      <Button ref={cancel} onClick={() => onAnswer(false)}>
        Cancel
      </Button>
    </Notice>
  );
}
