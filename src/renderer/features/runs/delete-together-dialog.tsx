/** Deletes the old keys of several runs: asks for the slug of each workspace, as deleting many keys does everywhere. */
import { useRef, useState } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { openDialog } from '../../app/dialogs.ts';
import { listed } from '../../lib/listed.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { allTyped, SlugFields } from '../bulk/slug-fields.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { carryOnAll, type Failure } from './together.ts';

/** `back`: one of those begun together, to return to. */
export function DeleteTogetherDialog({ runs, back }: { runs: readonly Run[]; back: Run }) {
  const list = useWorkspaces((state) => state.list) ?? [];
  const keep = useRef<HTMLButtonElement>(null);
  const [slugs, setSlugs] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const places = list.flatMap((workspace) => {
    const count = runs.filter(({ workspaceId }) => workspaceId === workspace.id).length;
    return count > 0 ? [{ ...workspace, workspaceId: workspace.id, count }] : [];
  });
  const [only] = places.length === 1 ? places : [];
  const ready = runs.length === 1 || allTyped(places, slugs);

  const leave = () => openDialog({ kind: 'runs-together', run: back });
  const act = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const failed = await carryOnAll(runs, 'delete');
    setBusy(false);
    if (failed.length === 0) leave();
    else setFailures(failed);
  };

  return (
    <Dialog
      title="Delete old keys"
      subject={plural(runs.length, 'key')}
      {...(only && { workspace: only })}
      frame={only ? `var(--workspace-${only.colour})` : 'var(--bad-solid)'}
      initialFocus={keep}
      onClose={leave}
      locked={busy}
      onSubmit={() => void act()}
      footer={
        <>
          <Button ref={keep} onClick={leave} disabled={busy}>
            Cancel
          </Button>
          <Button type="submit" variant="danger" busy={busy} disabled={!ready}>
            Delete {plural(runs.length, 'key')} now
          </Button>
        </>
      }
    >
      <p>
        Deleting is immediate and final. Whatever still uses one of these keys is refused from its next
        request on; their twins have taken their place and stay.
      </p>
      <p>{listed(runs.map(({ old }) => old.name || 'No name'))}</p>
      {runs.length > 1 && <SlugFields workspaces={places} slugs={slugs} onSlugsChange={setSlugs} />}
      {failures.length > 0 && (
        <Notice
          tone="bad"
          urgent
          message={`${plural(failures.length, 'key')} could not be deleted.`}
          hint={failures.map(({ name, message }) => `${name}: ${message}`).join(' ')}
        />
      )}
    </Dialog>
  );
}
