/** Who uses the key, each with a box: ticked once it has the new secret. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { bridge } from '../../lib/bridge.ts';
import { ago } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './consumers.module.css';
import { keepRun } from './runs-store.ts';

/** `together`: a box stands for that consumer in all runs that were begun together. */
export function Consumers({ run, together = false }: { run: Run; together?: boolean }) {
  if (run.consumers.length === 0) return null;
  return (
    <fieldset className={styles.list}>
      <legend className="visually-hidden">Consumers that have switched</legend>
      {run.consumers.map((consumer) => (
        <Consumer key={consumer.name} run={run} consumer={consumer} together={together} />
      ))}
    </fieldset>
  );
}

function Consumer({
  run,
  consumer: { name, doneAt },
  together,
}: {
  run: Run;
  consumer: Run['consumers'][number];
  together: boolean;
}) {
  const now = useNow();
  // One for each box, so that several can be ticked one right after the other.
  const request = useRequest();
  const tick = async (done: boolean) => {
    const ticked = await request.run(() =>
      bridge().runsTick({ runId: run.id, consumer: name, done, together }),
    );
    if (ticked) keepRun(ticked);
  };
  return (
    <div>
      <Checkbox
        label={name}
        checked={doneAt !== null}
        description={doneAt ? `switched, ticked ${ago(doneAt, now)}` : undefined}
        onCheckedChange={(done) => void tick(done)}
      />
      <RequestNotice request={request} />
    </div>
  );
}
