/** The three versions of a scope that two people edited at once, in the shape of every platform. */
import type { ReactNode } from 'react';
import { whyUnfit } from '#shared/domain/fit-grant.ts';
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import { labelOf } from '#shared/domain/grant-change-text.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { isClean, mergeGrants, undoneBy } from '#shared/domain/grant-merge.ts';
import { grantLabels, grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { whyNotGrant } from '#shared/domain/preflight.ts';
import { platformInSentence } from '../../lib/platform-name.ts';
import { plural } from '../../lib/plural.ts';
import type { Request } from '../../lib/use-request.ts';
import { Change, ChangeList } from '../scope-editor/change-list.tsx';
import { useCallers } from '../scope-editor/use-callers.ts';
import styles from './scope-three-way.module.css';
import { type Side, ThreeWayDialog } from './three-way-dialog.tsx';
import { type CostLine, conflictLines, costLines } from './three-way-words.ts';

export function ScopeThreeWay({
  subject,
  opened,
  theirs,
  yours,
  request,
  onTakeTheirs,
  onSave,
  onCancel,
}: {
  subject: KeyDetail;
  opened: Grant;
  theirs: Grant;
  yours: Grant;
  request: Request;
  onTakeTheirs: () => void;
  /** Saves a grant over theirs, and over nothing that comes after it. */
  onSave: (grant: Grant) => void;
  onCancel: () => void;
}) {
  const [caller] = useCallers([subject.workspaceId]).callers;
  const merge = mergeGrants({ opened, theirs, yours });
  const mayBeRefused = (grant: Grant) =>
    caller ? (whyNotGrant(caller, { doing: 'update', grant })?.reason ?? null) : null;
  const lost = costLines(undoneBy(yours, { opened, changed: theirs }), 'their');
  return (
    <ThreeWayDialog
      subject={subject}
      changed="scope"
      sides={[
        { heading: 'When you opened it', content: <Whole grant={opened} /> },
        changedSide(`Now at ${platformInSentence(subject.platform)}`, opened, theirs),
        changedSide('What you want', opened, yours),
      ]}
      ways={[
        {
          label: 'Take theirs',
          outcome: <p>Sends nothing. The key stays as it is now, and what you chose is dropped.</p>,
          onChoose: onTakeTheirs,
        },
        {
          label: 'Apply my changes on top',
          outcome: (
            <Outcome
              grant={merge.grant}
              doubt={mayBeRefused(merge.grant)}
              lead={
                sameGrant(merge.grant, theirs)
                  ? 'Theirs holds all that you chose already.'
                  : isClean(merge)
                    ? 'Keeps both changes.'
                    : 'Both changes do not go together whole:'
              }
              lines={conflictLines(merge)}
            />
          ),
          impossible: whyNoMerge(merge.grant),
          onChoose: () => onSave(merge.grant),
        },
        {
          label: 'Save mine as it is',
          outcome: (
            <Outcome
              grant={yours}
              doubt={mayBeRefused(yours)}
              lead={lost.length > 0 ? 'Of theirs, this is lost:' : 'Nothing of theirs is lost.'}
              lines={lost}
            />
          ),
          onChoose: () => onSave(yours),
        },
      ]}
      request={request}
      onCancel={onCancel}
    />
  );
}

function whyNoMerge(grant: Grant): string | null {
  const unfit = whyUnfit(grant);
  return unfit === null ? null : `Both changes together make a scope that cannot be saved. ${unfit}`;
}

function changedSide(heading: string, opened: Grant, changed: Grant): Side {
  const diff = diffGrants(opened, changed);
  return {
    heading,
    content: (
      <>
        <p className={styles.label}>{shortly(changed)}</p>
        {diff.widens || diff.narrows ? (
          <div className={styles.changes}>
            <ChangeList diff={diff} />
          </div>
        ) : (
          <p className={styles.quiet}>
            {diff.changed ? 'Written differently; it can do the same.' : 'No changes'}
          </p>
        )}
      </>
    ),
  };
}

/** The scope column's label; of a list, which looks alike after most changes, how long it is. */
function shortly(grant: Grant): string {
  const { emphasis, more } = grantLabels(grant);
  return emphasis === 'plain' && more > 0 ? plural(more + 1, 'scope') : labelOf(grant);
}

function Whole({ grant }: { grant: Grant }) {
  return (
    <>
      <p className={styles.label}>{shortly(grant)}</p>
      <p className={styles.quiet}>{grantSentence(grant)}</p>
    </>
  );
}

function Outcome({
  grant,
  lead,
  lines,
  doubt,
}: {
  grant: Grant;
  lead: ReactNode;
  lines: readonly CostLine[];
  /** Why the platform may refuse it. */
  doubt: string | null;
}) {
  return (
    <>
      <p>{lead}</p>
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <Change key={line.text} {...line} />
          ))}
        </ul>
      )}
      <p>{grantSentence(grant)}</p>
      {doubt !== null && <p className={styles.doubt}>It may be refused. {doubt}</p>}
    </>
  );
}
