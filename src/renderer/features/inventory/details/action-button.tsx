import type { ReactNode, Ref } from 'react';
import { Button } from '../../../ui/button.tsx';
import { Tooltip } from '../../../ui/tooltip.tsx';

/** A button that, where its action is not possible, keeps its place and the focus and says why. */
export function ActionButton({
  reason,
  reasonId,
  primary = false,
  danger = false,
  busy = false,
  onPress,
  ref,
  children,
}: {
  /** Why the action is not possible; null where it is. */
  reason: string | null;
  /** The element that shows the reason already; without one it comes in a tooltip. */
  reasonId?: string | undefined;
  primary?: boolean;
  danger?: boolean;
  busy?: boolean;
  onPress: () => void;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}) {
  return (
    <Tooltip text={reasonId ? null : reason}>
      <Button
        {...(ref ? { ref } : {})}
        variant={danger ? 'danger-quiet' : primary && reason === null ? 'primary' : 'plain'}
        busy={busy}
        aria-disabled={reason !== null}
        // Named only where it is one: an `undefined` would take away the description that the tooltip gives.
        {...(reason !== null && reasonId && { 'aria-describedby': reasonId })}
        onClick={reason === null ? onPress : undefined}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
