/** One section of the tree: a box for all of it, how many are ticked, and its abilities underneath. */
import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { ScopeLeaf, ScopeSection } from '#shared/domain/roboflow-scopes.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import styles from './ability-tree.module.css';
import { usePreflightRules } from './preflight-context.ts';

type SectionRowProps = {
  /** With the leaves to show. */
  section: ScopeSection;
  /** With all its leaves: what the box and the count are about, also while a filter hides some. */
  whole: ScopeSection;
  ticked: readonly string[];
  open: boolean;
  /** Absent where the filter decides what is open. */
  onToggle?: () => void;
  onTick: (scopes: readonly string[], on: boolean) => void;
};

export function SectionRow({ section, whole, ticked, open, onToggle, onTick }: SectionRowProps) {
  const id = useId();
  const scopes = whole.leaves.map((leaf) => leaf.scope);
  const count = scopes.filter((scope) => ticked.includes(scope)).length;
  const rules = usePreflightRules();
  // The box stands for what can be given: where that is ticked already, it takes all of it away.
  const grantable = scopes.filter((scope) => !ticked.includes(scope) && rules.scope(scope) === null);
  return (
    <div className={styles.section}>
      <div className={styles.heading}>
        <Checkbox
          label={`All of ${section.title}`}
          hideLabel
          checked={count === scopes.length}
          mixed={count > 0 && count < scopes.length}
          reason={grantable.length + count === 0 ? rules.scope(scopes[0] ?? '') : null}
          onCheckedChange={() => onTick(grantable.length > 0 ? grantable : scopes, grantable.length > 0)}
        />
        <button
          type="button"
          className={styles.opener}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-disabled={onToggle ? undefined : true}
          onClick={onToggle}
        >
          <span className={styles.title}>{section.title}</span>
          <span className={count > 0 ? styles.someCount : styles.count}>
            {count} of {scopes.length}
          </span>
          <ChevronRight className={styles.chevron} size={14} aria-hidden="true" />
        </button>
      </div>
      {open && (
        <ul className={styles.leaves} id={id} aria-label={section.title}>
          {section.leaves.map((leaf) => (
            <li key={leaf.scope} className={styles.leaf}>
              <Checkbox
                label={inWords(leaf)}
                description={<code className={styles.scope}>{leaf.scope}</code>}
                reason={rules.scope(leaf.scope)}
                checked={ticked.includes(leaf.scope)}
                onCheckedChange={(on) => onTick([leaf.scope], on)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function inWords({ verb, object }: ScopeLeaf): string {
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} ${object}`;
}
