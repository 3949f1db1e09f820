/** Runs begun together: each with its strip, and one action for all that stand at the same step. */
import { useRef, useState } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useRunsTogether } from './runs-store.ts';
import { byStep, type Failure } from './together.ts';
import styles from './together-dialog.module.css';
import { TogetherGroup } from './together-group.tsx';

export function TogetherDialog({ run, refused = [] }: { run: Run; refused?: readonly Failure[] }) {
  const { runs, problem } = useRunsTogether(run);
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const close = useRef<HTMLButtonElement>(null);
  const groups = byStep(runs ?? []);
  return (
    <Dialog
      title="Rotate keys"
      {...(runs && { subject: `${plural(runs.length, 'key')} together` })}
      width="broad"
      initialFocus={close}
      onClose={closeDialog}
      notice={<Failed failures={failures} />}
      footer={
        <Button ref={close} onClick={closeDialog}>
          Close
        </Button>
      }
    >
      {refused.length > 0 && (
        <Notice
          tone="warn"
          message={`${plural(refused.length, 'key')} ${refused.length === 1 ? 'was' : 'were'} left as ${refused.length === 1 ? 'it is' : 'they are'}.`}
          hint={refused.map(({ name, message }) => `${name}: ${message}`).join(' ')}
        />
      )}
      {problem && <Notice tone="bad" urgent message={problem.message} hint={problem.hint} />}
      <div className={styles.groups}>
        {groups.map((group) => (
          <TogetherGroup key={group.step ?? 'ended'} group={group} onFailures={setFailures} back={run} />
        ))}
      </div>
    </Dialog>
  );
}

function Failed({ failures }: { failures: readonly Failure[] }) {
  if (failures.length === 0) return null;
  return (
    <Notice
      tone="bad"
      urgent
      message={`${plural(failures.length, 'key')} could not be carried on.`}
      hint={failures.map(({ name, message }) => `${name}: ${message}`).join(' ')}
    />
  );
}
