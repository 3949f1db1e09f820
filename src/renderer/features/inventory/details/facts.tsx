/** Who, where and when of a key, one line each. */
import { environmentLabels } from '#shared/domain/environment.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import { ago, day, exactTime } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Breakable } from '../../../ui/breakable.tsx';
import { WorkspaceSquare } from '../../../ui/workspace-square.tsx';
import { RotationFacts } from '../../policies/rotation-facts.tsx';
import { awaitingUseWords, lastUsedMissing, lastUsedWords } from '../cell-words.ts';
import { Fact } from './fact.tsx';
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
      <RotationFacts detail={detail} now={now} />
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
