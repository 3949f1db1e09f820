/** A few settings that open beside their button. Escape, or a press elsewhere, closes it and gives the focus back. */
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover.module.css';

export function Popover({
  title,
  trigger,
  children,
}: {
  /** The accessible name. */
  title: string;
  /** One button; it says by itself whether the popover is open. */
  trigger: ReactElement<Record<string, unknown>>;
  children: ReactNode;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} side="bottom" align="end" sideOffset={4}>
          <Base.Popup className={styles.popup} aria-label={title}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
