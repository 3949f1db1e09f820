import { useState } from 'react';
import type { BulkItemState, BulkJob, BulkWorkspace } from '#shared/ipc/bulk.ts';
import { grouped } from '../../lib/plural.ts';
import { Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { notDone, outcomeWords } from './bulk-words.ts';
import { ItemList } from './item-list.tsx';

type Filter = { value: string; label: string; states: readonly BulkItemState[] };

/** What asks for attention comes first. */
const filters: readonly Filter[] = [
  { value: 'failed', label: 'Failed', states: ['failed'] },
  { value: 'unsure', label: 'Not known', states: ['unsure'] },
  { value: 'not-sent', label: 'Not sent', states: ['change', 'sending'] },
  { value: 'done', label: 'Done', states: ['done'] },
  { value: 'untouched', label: 'Left alone', states: ['refused', 'nothing'] },
];

/** What became of each key. */
export function Outcome({
  job,
  workspaces,
  version,
}: {
  job: BulkJob;
  workspaces: readonly BulkWorkspace[] | null;
  version: string;
}) {
  const { counts } = job;
  const offered = filters
    .map((filter) => ({ ...filter, count: filter.states.reduce((sum, state) => sum + counts[state], 0) }))
    .filter(({ count }) => count > 0);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = offered.find(({ value }) => value === wanted) ?? offered[0];
  const isWhole = notDone(counts) === 0;
  return (
    <>
      <Notice
        tone={isWhole ? 'info' : 'warn'}
        urgent
        message={outcomeWords(job)}
        hint={
          counts.unsure > 0
            ? 'Of some it is not known: they were sent, and no answer came. The next sync finds out.'
            : undefined
        }
      />
      {chosen && (
        <>
          <div>
            <Segments
              legend="Keys to show"
              segments={offered.map(({ value, label, count }) => ({
                value,
                label: `${label} ${grouped(count)}`,
              }))}
              value={chosen.value}
              onValueChange={setWanted}
            />
          </div>
          <ItemList
            key={chosen.value}
            jobId={job.id}
            label={chosen.label}
            workspaces={workspaces ?? []}
            states={chosen.states}
            version={version}
          />
        </>
      )}
    </>
  );
}
