/**
 * The new secret, masked until somebody asks to see it.
 *
 * Its text is put into the page by hand and taken out again: React keeps old states around, and a secret must not be
 * among them.
 */
import { useEffect, useRef, useState } from 'react';
import { answer, bridge } from '../../lib/bridge.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import styles from './secret-line.module.css';

/** More dots than this say nothing more. */
const mostDots = 24;

export function SecretLine({
  handOverId,
  prefix,
  hiddenLength,
  request,
  onRevealed,
}: {
  handOverId: string;
  prefix: string;
  hiddenLength: number;
  request: Request;
  onRevealed: () => void;
}) {
  const place = useRef<HTMLElement>(null);
  const [revealed, setRevealed] = useState(false);

  useEffect(() => {
    const element = place.current;
    return () => element?.replaceChildren();
  }, []);

  const reveal = async () => {
    const shown = await request.run(async () => {
      const result = await answer(bridge().handOverReveal({ handOverId }));
      if (!result.ok) return result;
      place.current?.replaceChildren(result.value.secret);
      return { ok: true, value: true };
    });
    if (!shown) return;
    setRevealed(true);
    onRevealed();
  };
  const hide = () => {
    place.current?.replaceChildren();
    setRevealed(false);
  };

  return (
    <div className={styles.line}>
      <code className={styles.masked} hidden={revealed}>
        {prefix}
        <span className={styles.dots} aria-hidden="true">
          {'•'.repeat(Math.min(hiddenLength, mostDots))}
        </span>
        <span className="visually-hidden">, and {hiddenLength} hidden characters</span>
      </code>
      <code ref={place} className={styles.secret} hidden={!revealed} />
      <Button variant="link" onClick={revealed ? hide : () => void reveal()}>
        {revealed ? 'Hide' : 'Reveal secret'}
      </Button>
    </div>
  );
}
