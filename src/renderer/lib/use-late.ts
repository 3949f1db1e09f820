import { useEffect, useState } from 'react';

/** Below this an action feels immediate, and a spinner would only flicker. */
const noticeableMs = 200;

/** True once `active` has held for 200 ms, false as soon as it ends. */
export function useLate(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), noticeableMs);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);
  return active && late;
}
