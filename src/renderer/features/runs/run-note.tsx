/** What the inspector says about a key that is being rotated, or that takes another one's place. */
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import { openDialog } from '../../app/dialogs.ts';
import { day, exactTime, howLong } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import styles from './run-note.module.css';
import { isLive } from './run-steps.ts';
import { RunStrip } from './run-strip.tsx';
import { noteWords, shortWords } from './run-words.ts';
import { useRunOfKey } from './runs-store.ts';

export function RunNote({ detail }: { detail: KeyDetail }) {
  const run = useRunOfKey(detail.id);
  if (!run) return null;
  return isLive(run) ? <LiveNote run={run} keyId={detail.id} /> : <EndedNote run={run} />;
}

function LiveNote({ run, keyId }: { run: Run; keyId: string }) {
  const now = useNow();
  return (
    <section className={styles.note} aria-label="Rotation">
      <p className={styles.title}>{noteWords(run, keyId)}</p>
      <RunStrip run={run} />
      <p className={run.problem ? styles.problem : styles.words}>
        {run.problem ? run.problem.message : `${shortWords(run, now)}.`}
      </p>
      {run.waits && (
        <p className={styles.words} title={exactTime(run.waits.since)}>
          Has stood here for {howLong(run.waits.since, now)}.
        </p>
      )}
      <div>
        <Button onClick={() => openDialog({ kind: 'run', run })}>Open rotation</Button>
      </div>
    </section>
  );
}

/** One line, since the lineage below says which key took the place of which. */
function EndedNote({ run }: { run: Run }) {
  if (run.state === 'cancelled' || run.endedAt === null) return null;
  return (
    <p className={styles.ended}>
      {run.reason === 'compromised' ? 'Compromised, and replaced' : 'Rotated'} on {day(run.endedAt)}.{' '}
      <Button variant="link" onClick={() => openDialog({ kind: 'run', run })}>
        Show rotation
      </Button>
    </p>
  );
}
