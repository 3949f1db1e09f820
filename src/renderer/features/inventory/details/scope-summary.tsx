import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import { grantLabels, grantSentence, scopeLabel } from '#shared/domain/grant-text.ts';
import { presetOf } from '#shared/domain/presets.ts';
import { Badge } from '../../../ui/badge.tsx';
import { scopeLines } from './scope-lines.ts';
import styles from './scope-summary.module.css';

/** What the key may do: its preset or its sections, and all of it in one sentence. */
export function ScopeSummary({ grant, folders }: { grant: Grant; folders: number }) {
  const preset = presetOf(grant);
  const { labels, emphasis } = grantLabels(grant);
  const sentence = grantSentence(grant, folders);
  const opening = 'This key can';
  return (
    <>
      {preset || grant.platform !== 'roboflow' ? (
        <p className={styles.chips}>
          {(preset || grant.platform === 'datature-vi'
            ? labels
            : listedScopes(grant).map((scope) => scopeLabel(grant, scope))
          ).map((label) => (
            <Badge key={label} tone={emphasis === 'full' ? 'warn' : preset ? 'accent' : 'neutral'}>
              {label}
            </Badge>
          ))}
        </p>
      ) : (
        <dl className={styles.lines}>
          {scopeLines(grant.scopes ?? []).map((line) => (
            <div key={line.id} className={styles.line}>
              <dt className={styles.section}>{line.title}</dt>
              <dd className={line.unknown ? styles.unknown : styles.abilities}>
                {line.abilities.join(', ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.sentence}>
        <strong>{opening}</strong>
        {sentence.slice(opening.length)}
      </p>
    </>
  );
}
