/** The columns as the person wants them, kept over restarts. */
import { create } from 'zustand';
import type { KeptColumn } from '#shared/ipc/settings.ts';
import { keep } from '../../settings/kept.ts';
import type { ColumnId } from './columns.ts';
import { type Layout, layoutFrom, usualLayout } from './layout.ts';

type LayoutState = {
  layout: Layout;
  /** Chosen columns that the table has no room for at the moment. */
  left: readonly ColumnId[];
  /** What the last change came to, for those who do not see it. */
  said: string;
};

export const useLayout = create<LayoutState>(() => ({ layout: usualLayout, left: [], said: '' }));

export function restoreLayout(kept: readonly KeptColumn[]): void {
  useLayout.setState({ layout: layoutFrom(kept) });
}

/** Draws a change that is not finished yet, such as an edge under the pointer. */
export function previewLayout(layout: Layout): void {
  useLayout.setState({ layout });
}

/** `said`: the change in words. */
export function changeLayout(layout: Layout, said = ''): void {
  useLayout.setState({ layout, said });
  keep({ inventoryColumns: [...layout] });
}

export function resetLayout(): void {
  useLayout.setState({ layout: usualLayout, said: 'The columns are as they were at first.' });
  // Nothing kept, so that what a later version thinks usual applies.
  keep({ inventoryColumns: [] });
}

/** The table says what it has no room for. */
export function setLeft(left: readonly ColumnId[]): void {
  const { left: before } = useLayout.getState();
  if (left.join() !== before.join()) useLayout.setState({ left });
}
