/** A small menu behind a button: a few actions about one thing. What is chosen happens once the menu is gone. */
import { Menu as Base } from '@base-ui/react/menu';
import { type ReactElement, useRef } from 'react';
import type { Chord } from '#shared/shortcuts.ts';
import { keySignsOf } from '../lib/platform-keys.ts';
import styles from './menu.module.css';

export type MenuItem = {
  label: string;
  onSelect: () => void;
  disabled?: boolean;
  danger?: boolean;
  /** What does the same without the menu. */
  chord?: Chord;
};

export function Menu({
  trigger,
  items,
}: {
  /** A button with an accessible name. */
  trigger: ReactElement<Record<string, unknown>>;
  items: readonly MenuItem[];
}) {
  // Run when the focus is back on the button, so that whatever it opens can give it back there.
  const chosen = useRef<(() => void) | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // Beside the button and not at the end of the document: inside the landmark it belongs to.
  const place = useRef<HTMLSpanElement>(null);
  return (
    <Base.Root
      modal={false}
      onOpenChangeComplete={(open) => {
        if (open) return;
        const act = chosen.current;
        chosen.current = null;
        if (!act) return;
        // The menu itself would give it back a moment later, which is too late for a dialog that opens now.
        button.current?.focus();
        act();
      }}
    >
      <Base.Trigger ref={button} render={trigger} />
      <span ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner className={styles.positioner} positionMethod="fixed" sideOffset={4} align="start">
          <Base.Popup className={styles.popup}>
            {items.map(({ label, onSelect, disabled = false, danger = false, chord }) => (
              <Base.Item
                key={label}
                className={styles.item}
                data-danger={danger || undefined}
                disabled={disabled}
                onClick={() => {
                  chosen.current = onSelect;
                }}
              >
                <span>{label}</span>
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
