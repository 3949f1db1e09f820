/** One change over many keys: choose, look at what it would do, follow it, see what became of each key. */
import type { BulkActionKind } from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { bulkOffers } from './bulk-actions.ts';

export type BulkDialogProps = { action: BulkActionKind; selection: Selection; count: number };

export function BulkDialog({ action, count }: BulkDialogProps) {
  const label = bulkOffers.find((offer) => offer.kind === action)?.label ?? '';
  return (
    <Dialog
      title={label}
      subject={plural(count, 'key')}
      onClose={closeDialog}
      footer={<Button onClick={closeDialog}>Cancel</Button>}
    >
      <p>{plural(count, 'key')}</p>
    </Dialog>
  );
}
