/** How often the keys of each environment rotate: in all workspaces, or in one of them. */
import { useEffect, useState } from 'react';
import type { Policy, PolicyChange } from '#shared/domain/policies.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { PoliciesForm } from './policies-form.tsx';

export type PolicyList = { policies: readonly Policy[]; changes: readonly PolicyChange[] };

/** `first`: the workspace that is shown first; null for all of them. */
export function PoliciesDialog({ first }: { first: string | null }) {
  const [list, setList] = useState<PolicyList | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [place, setPlace] = useState(first);
  const workspaces = useWorkspaces((state) => state.list) ?? [];

  useEffect(() => {
    let shown = true;
    void answer(bridge().policiesList({})).then((result) => {
      if (!shown) return;
      if (result.ok) setList(result.value);
      else setProblem([result.error.message, result.error.hint].filter(Boolean).join(' '));
    });
    return () => {
      shown = false;
    };
  }, []);

  if (list)
    return (
      <PoliciesForm
        key={place ?? 'everywhere'}
        place={place}
        onPlaceChange={setPlace}
        list={list}
        workspaces={workspaces}
      />
    );
  return (
    <Dialog title="Rotation policies" onClose={closeDialog}>
      {problem && <Notice tone="bad" urgent message={problem} />}
    </Dialog>
  );
}
