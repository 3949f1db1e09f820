import { type RefObject, useEffect, useState } from 'react';

const controls = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Whether the element is too low for what is in it and holds nothing that can have the focus: it has to be a stop of its
 * own then, or nobody without a pointer could scroll it.
 */
export function useBareScroller(ref: RefObject<HTMLElement | null>): boolean {
  const [isBare, setIsBare] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setIsBare(element.scrollHeight > element.clientHeight && !element.querySelector(controls)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return isBare;
}
