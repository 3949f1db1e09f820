/** All abilities by section, each in plain words with its scope, and a filter to find one among 63. */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './ability-tree.module.css';
import { filterSections } from './filter-sections.ts';
import { type RoboflowState, setScopes, tickedIn } from './roboflow-state.ts';
import { SectionRow } from './section-row.tsx';
import { UnknownScopes } from './unknown-scopes.tsx';

export function AbilityTree({
  state,
  onChange,
}: {
  state: RoboflowState;
  onChange: (state: RoboflowState) => void;
}) {
  const [filter, setFilter] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => sectionsInUse(state));
  const list = useRef<HTMLDivElement>(null);
  useStartAtFirstOpen(list);
  const found = filterSections(roboflowSections, filter);
  const filtering = filter.trim() !== '';

  const toggle = (id: string) => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };

  /** Enter would submit the dialog around it with a half-finished choice, and Escape close it over a mere filter. */
  const keepInside = (event: KeyboardEvent) => {
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || !filter) return;
    event.preventDefault();
    event.stopPropagation();
    setFilter('');
  };

  return (
    <div className={styles.tree}>
      <div className={styles.filter}>
        <TextInput
          type="search"
          bare
          aria-label="Filter abilities"
          placeholder="Filter abilities"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={keepInside}
        />
      </div>
      <div ref={list} className={styles.list}>
        {/* Unknown ones first: they are few, and nobody would look for them at the end. */}
        <UnknownScopes
          scopes={state.unknown}
          ticked={state.leaves}
          onTick={(scope, on) => onChange(setScopes(state, [scope], on))}
        />
        {found.map((section) => (
          <SectionRow
            key={section.id}
            section={section}
            whole={roboflowSections.find(({ id }) => id === section.id) ?? section}
            ticked={state.leaves}
            // A filter opens what it finds; without it each section is as it was left.
            open={filtering || opened.has(section.id)}
            {...(filtering ? {} : { onToggle: () => toggle(section.id) })}
            onTick={(scopes, on) => onChange(setScopes(state, scopes, on))}
          />
        ))}
        {found.length === 0 && <p className={styles.none}>No ability matches “{filter.trim()}”.</p>}
      </div>
    </div>
  );
}

/** Sections of which some but not all is chosen stand open: that is where there is something to see. */
function sectionsInUse(state: RoboflowState): ReadonlySet<string> {
  const partly = roboflowSections.filter((section) => {
    const ticked = tickedIn(state, section);
    return ticked > 0 && ticked < section.leaves.length;
  });
  return new Set(partly.map((section) => section.id));
}

/** Shows first what the key can do, unless unknown scopes stand above it: those nobody should overlook. */
function useStartAtFirstOpen(list: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const open = list.current?.querySelector<HTMLElement>(`.${styles.section}:has([aria-expanded='true'])`);
    const hasUnknown = list.current?.querySelector(`.${styles.unknown}`);
    if (list.current && open && !hasUnknown) list.current.scrollTop = open.offsetTop;
  }, [list]);
}
