/** A keyboard must never stand nowhere: where what had the focus is gone, the screen's list gets it. */
import { type RefObject, useEffect, useRef } from 'react';
import { useDialogs } from './dialogs.ts';
import { focusMainList } from './screen-store.ts';

const isNowhere = () => document.activeElement === document.body;

/** For a place whose content comes and goes by itself, as messages do once they are answered. */
export function useFocusKeptFrom(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let last: EventTarget | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target;
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) last = null;
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof Element) || last.isConnected) return;
      last = null;
      if (isNowhere()) focusMainList();
    });
    element.addEventListener('focusin', remember);
    element.addEventListener('focusout', forget);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      element.removeEventListener('focusin', remember);
      element.removeEventListener('focusout', forget);
      observer.disconnect();
    };
  }, [place]);
}

/** After a dialog: the browser gives the focus back to what opened it, which may be gone by then. */
export function useFocusAfterDialogs(): void {
  const isOpen = useDialogs(({ open }) => open !== null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isNowhere()) focusMainList();
    wasOpen.current = isOpen;
  }, [isOpen]);
}
