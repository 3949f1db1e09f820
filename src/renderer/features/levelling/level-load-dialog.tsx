/** *Level load…*: which keys would get which days so that the weeks are even, and then giving them those days. */
import { useRef, useState } from 'react';
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { applyLevelling } from './apply-levelling.ts';
import { type Choice, LevelChoices } from './level-choices.tsx';
import { LevelFigures } from './level-figures.tsx';
import styles from './level-load.module.css';
import { MoveList } from './move-list.tsx';
import { usePreview } from './use-preview.ts';
import { WeekPairs } from './week-pairs.tsx';

export function LevelLoadDialog({ workspaceId }: { workspaceId: string | null }) {
  const [choice, setChoice] = useState<Choice>({
    workspaceIds: workspaceId === null ? null : [workspaceId],
    tolerance: 7,
    workdaysOnly: true,
    movePlanned: false,
  });
  const cancel = useRef<HTMLButtonElement>(null);
  const { preview, busy, problem, again } = usePreview(choice);
  const request = useRequest();
  const moves = preview?.moves.length ?? 0;

  const apply = async () => {
    if (!preview || moves === 0 || busy) return;
    if (await applyLevelling(preview, request)) closeDialog();
    // What was refused was made of keys that are not so any more.
    else again();
  };

  return (
    <Dialog
      title="Level load"
      width="broad"
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={request.busy}
            aria-disabled={moves === 0 || busy || undefined}
            onClick={() => void apply()}
          >
            {moves === 0 ? 'Nothing to move' : `Plan ${plural(moves, 'key')}`}
          </Button>
        </>
      }
    >
      <LevelChoices choice={choice} onChange={setChoice} />
      <div className={styles.preview} aria-busy={busy}>
        <LevelFigures preview={preview} choice={choice} />
        <WeekPairs weeks={preview?.weeks ?? []} mean={preview?.mean ?? 0} />
        {preview && <Moves preview={preview} />}
      </div>
      <RequestNotice request={{ ...request, problem: request.problem ?? problem }} />
    </Dialog>
  );
}

function Moves({ preview }: { preview: LevellingPreview }) {
  if (preview.moves.length === 0) return null;
  return <MoveList key={preview.moves.length} moves={preview.moves} />;
}
