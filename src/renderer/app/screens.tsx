/** The screens of the frame, in the order of the sidebar. Each feature brings its own. */
import type { ComponentType } from 'react';
import { RotationActions } from '../features/board/rotation-actions.tsx';
import { RotationCount } from '../features/board/rotation-count.tsx';
import { RotationStrip } from '../features/board/rotation-strip.tsx';
import { RotationTitle } from '../features/board/rotation-title.tsx';
import { RotationView } from '../features/board/rotation-view.tsx';
import { ChangesCount } from '../features/changes/changes-count.tsx';
import { ChangesView } from '../features/changes/changes-view.tsx';
import { ConnectionsCount } from '../features/connections/connections-count.tsx';
import { ConnectionsView } from '../features/connections/connections-view.tsx';
import { InventoryCount } from '../features/inventory/inventory-count.tsx';
import { InventoryView } from '../features/inventory/inventory-view.tsx';
import { LensView } from '../features/lens/lens-view.tsx';
import { BinView } from '../features/quarantine/bin-view.tsx';
import { QuarantineCount } from '../features/quarantine/quarantine-count.tsx';
import { RemindersCount } from '../features/reminders/reminders-count.tsx';
import { RemindersView } from '../features/reminders/reminders-view.tsx';
import { SummaryStrip } from '../features/summary/summary-strip.tsx';
import type { ScreenId } from './screen-store.ts';

export type Screen = {
  id: ScreenId;
  label: string;
  /** Beside the label in the sidebar. */
  Count?: ComponentType;
  /** In the top bar, before the search: its name and what it can be seen as. */
  Title?: ComponentType;
  /** In the top bar, behind the search: what can be done with all of it. */
  Actions?: ComponentType;
  /** Over the whole width, above the list and the inspector. */
  Header?: ComponentType;
  /** `onEnter`: into the details of the selected key. What lists things in it has `mainListId`. */
  View: ComponentType<{ onEnter: () => void }>;
  /** Shows one workspace where one is chosen; any other screen gives way to the inventory then. */
  perWorkspace: boolean;
  /** Shows what the search finds; any other screen gives way to the inventory when something is searched for. */
  searches?: true;
  /** Not a list of the keys that the search finds: how many those are is not said beside it. */
  showsSome?: true;
  /** Whether the inspector stands beside it; `asked`: only while a key is open. */
  inspector: boolean | 'asked';
  /** Says itself what is wrong with sign-ins and the keychain, so that the banners above would say it twice. */
  tellsTrouble?: true;
};

export const screens: readonly Screen[] = [
  {
    id: 'inventory',
    label: 'Inventory',
    Count: InventoryCount,
    Header: SummaryStrip,
    View: InventoryView,
    perWorkspace: true,
    searches: true,
    inspector: true,
  },
  {
    id: 'rotation',
    label: 'Rotation',
    Count: RotationCount,
    Title: RotationTitle,
    Actions: RotationActions,
    Header: RotationStrip,
    View: RotationView,
    perWorkspace: true,
    searches: true,
    showsSome: true,
    inspector: 'asked',
  },
  {
    id: 'reminders',
    label: 'Reminders',
    Count: RemindersCount,
    View: RemindersView,
    perWorkspace: true,
    inspector: true,
  },
  {
    id: 'lens',
    label: 'Capabilities',
    View: LensView,
    perWorkspace: true,
    searches: true,
    inspector: true,
  },
  {
    id: 'changes',
    label: 'Since your last visit',
    Count: ChangesCount,
    View: ChangesView,
    perWorkspace: true,
    inspector: true,
  },
  {
    id: 'bin',
    label: 'Quarantine',
    Count: QuarantineCount,
    View: BinView,
    perWorkspace: true,
    inspector: true,
  },
  {
    id: 'connections',
    label: 'Connections',
    Count: ConnectionsCount,
    View: ConnectionsView,
    perWorkspace: false,
    inspector: false,
    tellsTrouble: true,
  },
];

export function screenOf(id: ScreenId): Screen {
  const found = screens.find((screen) => screen.id === id);
  if (!found) throw new Error(`There is no screen ${id}.`);
  return found;
}
