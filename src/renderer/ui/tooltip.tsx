/** A sentence about the control under the pointer or the focus. What it says is described to assistive technology too. */
import { Tooltip as Base } from '@base-ui/react/tooltip';
import { type ReactElement, useId } from 'react';
import styles from './tooltip.module.css';

/** A modal dialog is above everything but the browser's own popovers; without this it would cover what it explains. */
function raise(element: HTMLElement | null): void {
  if (element?.isConnected && !element.matches(':popover-open')) element.showPopover();
}

/** Without `text` the control stands alone, and nothing about it changes when a text comes. */
export function Tooltip({
  text,
  isName = false,
  children,
}: {
  text: string | null;
  /** It says what the control's own name says: for the eye alone then, and not described a second time. */
  isName?: boolean;
  /** One element that takes a ref and DOM properties. */
  children: ReactElement<Record<string, unknown>>;
}) {
  const id = useId();
  const described = text !== null && !isName;
  return (
    <Base.Root disabled={text === null}>
      <Base.Trigger render={children} closeOnClick={false} aria-describedby={described ? id : undefined} />
      {described && (
        <span id={id} hidden>
          {text}
        </span>
      )}
      <Base.Portal>
        <Base.Positioner
          ref={raise}
          popover="manual"
          className={styles.positioner}
          positionMethod="fixed"
          sideOffset={6}
        >
          {/* Read from the description of the control; a second time would be noise. */}
          <Base.Popup className={styles.popup} aria-hidden="true">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Once, around everything: neighbours open at once after the first tooltip was waited for. */
export const TooltipProvider = Base.Provider;
