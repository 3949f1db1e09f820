/**
 * The header of the lens: each column sorts by its name, and its number filters by it. It is one stop of the keyboard: the
 * arrows walk it.
 */
import { type KeyboardEvent, useState } from 'react';
import { type AbilityId, abilityIds, abilityLabels } from '#shared/domain/abilities.ts';
import type { LensSort } from '#shared/ipc/lens.ts';
import { plural } from '../../lib/plural.ts';
import { setSearch, useView } from '../inventory/view-store.ts';
import { holds, toggled } from '../summary/search-toggle.ts';
import { abilityMeanings, countWords, shortAbilityLabels, shortCount } from './ability-words.ts';
import styles from './lens-header.module.css';
import { sortLensBy, useLens } from './lens-store.ts';

type Column = { by: LensSort['by']; label: string; name: string; title: string };

const columns: readonly Column[] = [
  { by: 'name', label: 'Name', name: 'Name', title: 'Sort by name' },
  { by: 'abilities', label: 'Number', name: 'Number of abilities', title: 'How many abilities a key has' },
  ...abilityIds.map((id) => ({
    by: id,
    label: shortAbilityLabels[id],
    name: abilityLabels[id],
    title: `${abilityLabels[id]}. ${abilityMeanings[id]}`,
  })),
];

type Place = { column: number; line: 'sort' | 'count' };

export function LensHeader({ onLeave }: { onLeave: () => void }) {
  const sort = useLens((state) => state.sort);
  const counts = useLens((state) => state.counts);
  const search = useView((view) => view.search);
  const [place, setPlace] = useState<Place>({ column: 0, line: 'sort' });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
    // The list below must not take these keys as its own.
    event.stopPropagation();
    if (event.key === 'ArrowDown' && (place.line === 'count' || !isAbility(place.column))) {
      onLeave();
    } else {
      const next = moved(place, event.key);
      if (!next) return;
      setPlace(next);
      document.getElementById(buttonId(next))?.focus();
    }
    event.preventDefault();
  }

  return (
    <tr aria-rowindex={1} className={styles.header} onKeyDown={onKeyDown}>
      {columns.map(({ by, label, name, title }, column) => {
        const at = (line: Place['line']) => ({
          id: buttonId({ column, line }),
          tabIndex: place.column === column && place.line === line ? 0 : -1,
          onFocus: () => setPlace({ column, line }),
        });
        const sorted = sort.by === by;
        return (
          <th
            key={by}
            scope="col"
            aria-label={name}
            aria-sort={sorted ? sort.direction : undefined}
            className={styles.cell}
          >
            <button
              {...at('sort')}
              type="button"
              title={title}
              aria-label={`Sort by ${name.toLowerCase()}`}
              data-sorted={sorted || undefined}
              className={styles.sort}
              onClick={() => sortLensBy(by)}
            >
              <span className={styles.label}>{label}</span>
              <span aria-hidden="true" className={styles.arrow}>
                {sorted && (sort.direction === 'ascending' ? '↑' : '↓')}
              </span>
            </button>
            {isAbilityColumn(by) && (
              <button
                {...at('count')}
                type="button"
                title={counts ? `${name}: ${plural(counts[by], 'key')}. Press to see only those.` : undefined}
                aria-label={`${name}: ${counts ? countWords(counts[by]) : 'not counted yet'}`}
                aria-pressed={holds(search, `can:${by}`)}
                className={styles.count}
                onClick={() => setSearch(toggled(search, `can:${by}`, []))}
              >
                {/* A space as wide as a digit holds the place. */}
                {counts ? shortCount(counts[by]) : '\u2007'}
              </button>
            )}
          </th>
        );
      })}
    </tr>
  );
}

const firstAbility = 2;

function isAbility(column: number): boolean {
  return column >= firstAbility;
}

function isAbilityColumn(by: LensSort['by']): by is AbilityId {
  return by !== 'name' && by !== 'abilities';
}

function buttonId({ column, line }: Place): string {
  return `lens-${line}-${column}`;
}

/** Null where the key means nothing here. Only abilities have a second line. */
function moved({ column, line }: Place, key: string): Place | null {
  const to = (wanted: number): Place => {
    const next = Math.max(0, Math.min(wanted, columns.length - 1));
    return { column: next, line: isAbility(next) ? line : 'sort' };
  };
  switch (key) {
    case 'ArrowRight':
      return to(column + 1);
    case 'ArrowLeft':
      return to(column - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(columns.length - 1);
    case 'ArrowDown':
      return { column, line: 'count' };
    case 'ArrowUp':
      return { column, line: 'sort' };
    default:
      return null;
  }
}
