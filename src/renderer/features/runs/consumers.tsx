/** Who uses the key, each with a box: ticked once it has the new secret. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { ago } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './consumers.module.css';
import { useTick } from './use-tick.ts';

export function Consumers({ run }: { run: Run }) {
  if (run.consumers.length === 0) return null;
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">Consumers that have switched</legend>
      {run.consumers.map((consumer) => (
        <Consumer key={consumer.name} runId={run.id} consumer={consumer} />
      ))}
    </fieldset>
  );
}

function Consumer({
  runId,
  consumer: { name, doneAt },
}: {
  runId: string;
  consumer: Run['consumers'][number];
}) {
  const now = useNow();
  const { request, pressed, tick } = useTick(runId, name, false);
  return (
    <div>
      <Checkbox
        label={name}
        checked={pressed ?? doneAt !== null}
        description={doneAt ? `switched, ticked ${ago(doneAt, now)}` : undefined}
        onCheckedChange={(done) => void tick(done)}
      />
      <RequestNotice request={request} />
    </div>
  );
}
