/** The name of the screen and its two sides, as tabs. */
import type { KeyboardEvent } from 'react';
import { type RotationTab, showTab, useRotation } from './rotation-store.ts';
import styles from './rotation-title.module.css';

const tabs: readonly { id: RotationTab; label: string }[] = [
  { id: 'board', label: 'Board' },
  { id: 'calendar', label: 'Calendar' },
];

export const tabId = (tab: RotationTab) => `rotation-tab-${tab}`;
export const rotationPanelId = 'rotation-panel';

export function RotationTitle() {
  const current = useRotation(({ tab }) => tab);

  /** The tab that has the focus is the one that is shown: both sides are read at once. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = tabs.findIndex(({ id }) => id === current);
    const next = tabs[walked(place, event.key)];
    if (!next || next.id === current) return;
    event.preventDefault();
    showTab(next.id);
    document.getElementById(tabId(next.id))?.focus();
  }

  return (
    <div className={styles.title}>
      <h2 className={styles.name}>Rotation</h2>
      <div role="tablist" aria-label="Rotation" className={styles.tabs} onKeyDown={onKeyDown}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            aria-selected={id === current}
            aria-controls={rotationPanelId}
            tabIndex={id === current ? 0 : -1}
            className={styles.tab}
            onClick={() => showTab(id)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** -1 where the key means nothing here. */
function walked(place: number, key: string): number {
  if (key === 'ArrowRight' || key === 'ArrowLeft') return (place + 1) % tabs.length;
  if (key === 'Home') return 0;
  return key === 'End' ? tabs.length - 1 : -1;
}
