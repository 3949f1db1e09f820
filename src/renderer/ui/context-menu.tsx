/** The menu of what lies under the pointer or the keyboard's place, at that very spot. Mounted means open. */
import { Menu as Base } from '@base-ui/react/menu';
import { useMemo, useRef } from 'react';
import { keySignsOf } from '../lib/platform-keys.ts';
import styles from './menu.module.css';
import type { MenuItem } from './menu.tsx';

export function ContextMenu({
  label,
  at,
  items,
  backTo,
  onClosed,
}: {
  /** What it is about, for assistive technology. */
  label: string;
  /** In pixels of the window. */
  at: { x: number; y: number };
  items: readonly MenuItem[];
  /** What has the keyboard afterwards. */
  backTo: () => HTMLElement | null;
  /** It is gone; what was chosen happens right after. */
  onClosed: () => void;
}) {
  // Beside what it is about and not at the end of the document: inside the landmark it belongs to.
  const place = useRef<HTMLSpanElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(at.x, at.y, 0, 0) }), [at]);
  const close = () => {
    const act = chosen.current;
    onClosed();
    // First, so that whatever opens now can give it back there.
    backTo()?.focus({ preventScroll: true });
    act?.();
  };
  return (
    <Base.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <span ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner
          anchor={anchor}
          className={styles.positioner}
          positionMethod="fixed"
          side="bottom"
          align="start"
        >
          <Base.Popup className={styles.popup} aria-label={label} finalFocus={false}>
            {items.map(({ label: name, onSelect, disabled = false, danger = false, chord }) => (
              <Base.Item
                key={name}
                className={styles.item}
                data-danger={danger || undefined}
                disabled={disabled}
                onClick={() => {
                  chosen.current = onSelect;
                }}
              >
                <span>{name}</span>
                {chord && (
                  <span className={styles.keys} aria-hidden="true">
                    {keySignsOf(chord).join(' ')}
                  </span>
                )}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
