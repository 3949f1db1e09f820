import { type ReactNode, useEffect, useRef } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Request } from '../lib/use-request.ts';
import { Notice } from './notice.tsx';

/** What a dialog's call was refused with, unless it stands beside one of the `fields` that the dialog shows. */
export function RequestNotice({
  request,
  fields = [],
  children,
}: {
  request: Request;
  fields?: readonly ErrorInfo['field'][];
  /** A way out, as a button. */
  children?: ReactNode;
}) {
  const { problem } = request;
  const place = useRef<HTMLDivElement>(null);
  // In a low window the end of a dialog may be out of sight, and so would be the answer to what was just pressed.
  useEffect(() => {
    if (problem) place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem || (problem.field && fields.includes(problem.field))) return null;
  return (
    <div ref={place}>
      <Notice tone="bad" urgent message={problem.message} hint={problem.hint}>
        {children}
      </Notice>
    </div>
  );
}
