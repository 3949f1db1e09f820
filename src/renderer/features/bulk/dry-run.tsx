import { useState } from 'react';
import type { BulkItemState, BulkJob, BulkWorkspace } from '#shared/ipc/bulk.ts';
import { grouped, plural } from '../../lib/plural.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './bulk-dialog.module.css';
import { consequence } from './bulk-words.ts';
import { ItemList } from './item-list.tsx';
import { SlugFields } from './slug-fields.tsx';

const filters = [
  { value: 'change', label: 'Will change' },
  { value: 'nothing', label: 'Nothing to do' },
  { value: 'refused', label: 'Left alone' },
] as const satisfies readonly { value: BulkItemState; label: string }[];

/** Every selected key with what would become of it, before anything is sent. */
export function DryRun({
  job,
  workspaces,
  slugs,
  onSlugsChange,
}: {
  job: BulkJob;
  workspaces: readonly BulkWorkspace[] | null;
  /** Null where none has to be typed. */
  slugs: Readonly<Record<string, string>> | null;
  onSlugsChange: (slugs: Readonly<Record<string, string>>) => void;
}) {
  const { counts } = job;
  const offered = filters.filter(({ value }) => counts[value] > 0);
  const [chosen, setChosen] = useState<(typeof filters)[number]['value']>(offered[0]?.value ?? 'change');
  const words = consequence(job.action);
  return (
    <>
      {counts.change === 0 ? (
        <p>None of these keys would change.</p>
      ) : (
        words && <p className={styles.words}>{words}</p>
      )}
      {offered.length > 1 ? (
        <div>
          <Segments
            legend="Keys to show"
            segments={offered.map(({ value, label }) => ({
              value,
              label: `${label} ${grouped(counts[value])}`,
            }))}
            value={chosen}
            onValueChange={setChosen}
          />
        </div>
      ) : (
        <p className={styles.quiet}>
          {plural(counts[chosen], 'key')} · {offered[0]?.label}
        </p>
      )}
      <ItemList
        key={chosen}
        jobId={job.id}
        label={filters.find(({ value }) => value === chosen)?.label ?? ''}
        workspaces={workspaces ?? []}
        states={[chosen]}
        version="planned"
      />
      {slugs && workspaces && (
        <SlugFields
          workspaces={workspaces
            .filter(({ counts: { change } }) => change > 0)
            .map((each) => ({ ...each, count: each.counts.change }))}
          slugs={slugs}
          onSlugsChange={onSlugsChange}
        />
      )}
    </>
  );
}
