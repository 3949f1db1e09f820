/** Who, where and when of a key, one line each. */
import type { ReactNode } from 'react';
import { environmentLabels } from '#shared/domain/environment.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { dayText } from '#shared/domain/search/days.ts';
import { ago, day, exactTime } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import { WorkspaceSquare } from '../../../ui/workspace-square.tsx';
import { policyWords } from '../../policies/policy-words.ts';
import { awaitingUseWords, lastUsedMissing, lastUsedWords, rotationWords } from '../cell-words.ts';
import styles from './facts.module.css';

const roleLabels = { owner: 'Owner', admin: 'Admin', member: 'Member' } as const;

export function Facts({ detail }: { detail: KeyDetail }) {
  const now = useNow();
  return (
    <dl className={styles.facts}>
      <Fact label={platforms[detail.platform].needsOrganizationId ? 'Organization' : 'Workspace'}>
        <span className={styles.workspace}>
          <WorkspaceSquare colour={detail.workspaceColour} size={10} />
          {detail.workspaceName}
        </span>
        {platforms[detail.platform].needsOrganizationId && (
          <span className={styles.id}>
            <span className="visually-hidden">Organization ID </span>
            {detail.workspaceSlug}
          </span>
        )}
      </Fact>
      <Fact label="Platform">{platforms[detail.platform].label}</Fact>
      <Fact label="Environment">{environmentLabels[detail.environment]}</Fact>
      <Fact label="Rotation due">
        <RotationDue detail={detail} now={now} />
      </Fact>
      <PolicySource detail={detail} />
      <Fact label="Created">
        <Created at={detail.createdAt} by={detail.createdBy} />
      </Fact>
      <Fact label="Last used">
        {detail.lastUsed.kind === 'not-reported' ? (
          <span className={styles.quiet}>{lastUsedMissing(detail.platform) ?? 'Not reported'}</span>
        ) : (
          <span title={detail.lastUsed.kind === 'at' ? exactTime(detail.lastUsed.at) : undefined}>
            {detail.awaitingUse ? awaitingUseWords : lastUsedWords(detail.lastUsed, now)}
          </span>
        )}
      </Fact>
      {detail.role && <Fact label="Your role">{roleLabels[detail.role]}</Fact>}
      {detail.isDefault && <Fact label="Default">The platform’s key for its own snippets</Fact>}
      {platforms[detail.platform].capabilities.folders === true && (
        <Fact label="Folders">
          {detail.folderIds.length === 0 ? 'The whole workspace' : <FolderList detail={detail} />}
        </Fact>
      )}
      <Fact label="Copy from">
        {detail.syncedAt ? (
          <span title={exactTime(detail.syncedAt)}>{ago(detail.syncedAt, now)}</span>
        ) : (
          'Not read yet'
        )}
      </Fact>
    </dl>
  );
}

/** Names where they are known; else ids, and why. */
function FolderList({ detail: { folderIds, folderNames, foldersProblem } }: { detail: KeyDetail }) {
  const named = folderIds.filter((id) => folderNames[id] !== undefined);
  const nameless = folderIds.filter((id) => folderNames[id] === undefined);
  return (
    <>
      {named.map((id, index) => (
        <span key={id} title={id}>
          {index > 0 && ', '}
          {folderNames[id]}
        </span>
      ))}
      {named.length > 0 && nameless.length > 0 && ', '}
      {nameless.length > 0 && <span className={styles.mono}>{nameless.join(', ')}</span>}
      {nameless.length > 0 && foldersProblem && (
        <span className={styles.quiet} title={foldersProblem.hint}>
          {' '}
          (names not told: {foldersProblem.message})
        </span>
      )}
    </>
  );
}

/** The platform's own custom fields, as they come. */
export function Metadata({ metadata }: { metadata: KeyDetail['metadata'] }) {
  return (
    <dl className={styles.facts}>
      {Object.entries(metadata).map(([name, value]) => (
        <Fact key={name} label={name}>
          {typeof value === 'string' ? value : <span className={styles.mono}>{JSON.stringify(value)}</span>}
        </Fact>
      ))}
    </dl>
  );
}

function RotationDue({ detail, now }: { detail: KeyDetail; now: number }) {
  const rotation = rotationOf(detail, now);
  const words = rotationWords(rotation);
  if (rotation.kind === 'rotating') return `A run is under way, ${words}`;
  if (rotation.kind !== 'due' && rotation.kind !== 'snoozed')
    return <span className={rotation.kind === 'as-needed' ? undefined : styles.quiet}>{words}</span>;
  if (rotation.kind === 'snoozed')
    return `Snoozed until ${dayText(rotation.until)}, was ${rotation.planned ? 'planned for' : 'due on'} ${dayText(rotation.day)}`;
  const tones = { overdue: styles.bad, 'due-soon': styles.warn };
  const urgency = urgencyOf(detail, now);
  return (
    <>
      <span className={urgency ? tones[urgency] : undefined}>{`${dayText(rotation.day)} (${words})`}</span>
      {rotation.planned && ', planned'}
    </>
  );
}

/** By whose policy; nothing where that says no more than that there is no day. */
function PolicySource({ detail }: { detail: KeyDetail }) {
  const words = policyWords(detail);
  if (words === null) return null;
  return <Fact label="Rotation policy">{capitalised(words)}</Fact>;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Created({ at, by }: { at: string | null; by: string | null }) {
  if (!at && !by) return <span className={styles.quiet}>Not reported</span>;
  return (
    <>
      {at && <span title={exactTime(at)}>{day(at)}</span>}
      {at && by ? ' by ' : ''}
      {by && (
        <span className={styles.person}>
          <Breakable text={by} marks="@" />
        </span>
      )}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label} title={label}>
        {label}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
