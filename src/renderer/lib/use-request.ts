/** One call to main at a time, as a dialog makes it: whether it is under way, and what it was refused with. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer } from './bridge.ts';

export type Request = {
  busy: boolean;
  problem: ErrorInfo | null;
  /**
   * Makes the call and answers with its value; null where it was refused (then `problem` says why), where another one
   * is still under way, or where the dialog is gone by the time the answer comes.
   */
  run: <Value>(call: () => Promise<Result<Value>>) => Promise<Value | null>;
  /** Forgets the problem, once what it was about has changed. */
  clear: () => void;
};

export function useRequest(): Request {
  const [state, setState] = useState<{ busy: boolean; problem: ErrorInfo | null }>({
    busy: false,
    problem: null,
  });
  const underWay = useRef(false);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const run = useCallback(async <Value>(call: () => Promise<Result<Value>>): Promise<Value | null> => {
    // State comes too late against a double press: two calls would make two keys.
    if (underWay.current) return null;
    underWay.current = true;
    setState({ busy: true, problem: null });
    const result = await answer(call());
    underWay.current = false;
    if (!shown.current) return null;
    setState({ busy: false, problem: result.ok ? null : result.error });
    return result.ok ? result.value : null;
  }, []);
  const clear = useCallback(() => setState((state) => ({ ...state, problem: null })), []);

  return { ...state, run, clear };
}

/** The problem, where it belongs beside this field. */
export function problemOf(request: Request, field: NonNullable<ErrorInfo['field']>): ErrorInfo | null {
  return request.problem?.field === field ? request.problem : null;
}
