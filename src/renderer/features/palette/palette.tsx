/** Everything one can go to or do, found by typing. The focus stays in the field; the list is walked with the arrows. */
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { screens } from '../../app/screens.tsx';
import { plural } from '../../lib/plural.ts';
import { useLate } from '../../lib/use-late.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDetail } from '../inventory/details/detail-store.ts';
import { ruled } from '../inventory/details/overruled-plans.ts';
import { useView } from '../inventory/view-store.ts';
import { whyNoNewKey } from '../keys/new-key-defaults.ts';
import { keyPolicyEntries, policyCommands } from '../policies/policy-entries.ts';
import { useLiveRuns } from '../runs/live-runs.ts';
import { useSavedSearches } from '../saved-searches/saved-searches-store.ts';
import { useWorkspace, useWorkspaces } from '../workspaces/workspaces-store.ts';
import { choose } from './choose.ts';
import { moved } from './cursor.ts';
import {
  actionEntries,
  commandEntries,
  compromisedEntries,
  compromisedSearch,
  type Entry,
  groupsFor,
  keyEntries,
  runEntries,
  screenEntries,
  searchEntries,
  workspaceEntries,
} from './entries.ts';
import { matching } from './match.ts';
import styles from './palette.module.css';
import { PaletteGroups } from './palette-groups.tsx';
import { useFoundKeys } from './use-found-keys.ts';

export function Palette() {
  const [typed, setTyped] = useState('');
  /** The entry the keyboard is on; the first one until it is moved, or where it is gone. */
  const [cursorId, setCursorId] = useState<string | null>(null);
  const local = useLocalEntries();
  const list = useWorkspaces((state) => state.list);
  const runs = useLiveRuns((state) => state.runs);
  const compromised = compromisedSearch(typed);
  const found = useFoundKeys(compromised ?? typed);
  const hits = keyEntries(found.rows, list ?? []);
  const keys = compromised === null ? hits : compromisedEntries(hits);
  // Until main has answered, only what fits the new words as well: Enter must not go to what was meant before.
  const groups = groupsFor(typed, local, found.waiting ? matching(typed, keys) : keys, [
    { title: 'Rotations', entries: runEntries(runs, list ?? []) },
  ]);
  const entries = groups.flatMap((group) => group.entries);
  const cursor = Math.max(
    0,
    entries.findIndex(({ id }) => id === cursorId),
  );
  const current = entries[cursor];
  const listId = useId();
  const optionId = (entry: Entry) => `${listId}-${entry.id}`;
  const searching = useLate(found.waiting);

  const currentId = current && optionId(current);
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  function pick({ choice, reason }: Entry): void {
    // It stays, with its reason: closing without doing anything would look like success.
    if (reason !== undefined) return;
    // At once, so that the focus is back in the window before what was chosen moves it.
    flushSync(closeDialog);
    choose(choice);
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes a word, these keys belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (current) pick(current);
      return;
    }
    const next = moved(cursor, entries.length, event);
    if (next === null) return;
    event.preventDefault();
    setCursorId(entries[next]?.id ?? null);
  }

  const quiet = found.problem ?? (entries.length > 0 ? null : searching ? 'Looking…' : null);
  const nothing = entries.length === 0 && !found.waiting && !found.problem;
  return (
    <Dialog title="Command palette" bare onClose={closeDialog}>
      <input
        type="text"
        className={styles.input}
        role="combobox"
        aria-label="Search commands"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        placeholder="Search actions, views, workspaces and keys"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setCursorId(null);
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteGroups id={listId} groups={groups} current={current} optionId={optionId} onPick={pick} />
      {(quiet ?? nothing) && <p className={styles.quiet}>{quiet ?? `Nothing matches “${typed.trim()}”.`}</p>}
      <p className="visually-hidden" role="status">
        {found.waiting ? '' : nothing ? 'No results' : plural(entries.length, 'result')}
      </p>
    </Dialog>
  );
}

/** With its workspace, since keys of several workspaces can have one name. */
function titleOf({ name, workspaceName }: KeyDetail): string {
  return `${name || 'No name'} in ${workspaceName}`;
}

function useLocalEntries() {
  const detail = useDetail((state) => state.detail);
  const workspace = useWorkspace(detail?.workspaceId ?? null);
  const list = useWorkspaces((state) => state.list);
  const searches = useSavedSearches((state) => state.list);
  const inView = useView((view) => view.workspaceId);
  return useMemo(() => {
    const connected = list !== null && list.length > 0;
    return [
      ...(detail ? [{ title: titleOf(detail), entries: entriesOf(ruled(detail), workspace) }] : []),
      { title: 'Views', entries: connected ? screenEntries(screens) : [] },
      { title: 'Searches', entries: searchEntries(searches, list ?? []) },
      { title: 'Workspaces', entries: workspaceEntries(list ?? []) },
      {
        title: 'Commands',
        entries: [
          ...commandEntries(connected, whyNoNewKey(list ?? [], inView)),
          ...policyCommands(connected, inView),
        ],
      },
    ];
  }, [detail, workspace, list, searches, inView]);
}

const entriesOf = (key: KeyDetail, workspace: Workspace | undefined): Entry[] => [
  ...actionEntries(key, workspace),
  ...keyPolicyEntries(key, Date.now()),
];
