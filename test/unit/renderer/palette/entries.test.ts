import { describe, expect, it } from 'vitest';
import type { KeyDetail } from '#shared/domain/key.ts';
import {
  actionEntries,
  commandEntries,
  compromisedEntries,
  compromisedSearch,
  groupsFor,
  keyEntries,
  longestGroup,
  screenEntries,
  searchEntries,
  workspaceEntries,
} from '../../../../src/renderer/features/palette/entries.ts';
import { aWorkspace } from '../../../support/workspaces.ts';

const key: KeyDetail = {
  id: 'k1',
  workspaceId: 'w1',
  name: 'line4-uploader',
  prefix: 'Zt4q',
  environment: 'production',
  grant: { platform: 'roboflow', scopes: ['model:infer'] },
  lastUsed: { kind: 'not-reported' },
  createdAt: null,
  createdBy: null,
  status: 'active',
  thisLogin: false,
  rotation: { days: 90, from: 'environment' },
  platform: 'roboflow',
  remoteId: 'k_1',
  disabled: false,
  protected: false,
  isDefault: false,
  folderIds: [],
  folderNames: {},
  foldersProblem: null,
  lineage: { replaces: null, replacedBy: null, owed: null },
  policy: { own: null, inherited: 90, snooze: null, plan: null },
  owner: null,
  consumers: [],
  purpose: null,
  notes: null,
  sharing: { on: false, unsent: false, problem: null },
  metadata: {},
  workspaceName: 'Acme Vision',
  workspaceSlug: 'acme-vision',
  workspaceColour: 'indigo',
  role: 'admin',
  firstSeenAt: '2026-08-01T00:00:00Z',
  syncedAt: null,
  activity: [],
  changes: [],
  quarantine: null,
};
const actions = (changes: Partial<KeyDetail>, state: 'ready' | 'offline' = 'ready') =>
  actionEntries({ ...key, ...changes }, aWorkspace({ state })).map(({ id }) => id);

describe('entries of the palette', () => {
  it('are the actions that are possible right now, and what is noted at any time', () => {
    const changes = ['rotate', 'edit-scope', 'rename', 'disable', 'protect', 'roll', 'compromised', 'delete'];
    expect(actions({})).toEqual([...changes, 'edit-details']);
    expect(actions({ disabled: true, status: 'disabled' })).toContain('enable');
    expect(actions({ thisLogin: true })).toEqual(['edit-scope', 'rename', 'protect', 'edit-details']);
    expect(actions({}, 'offline')).toEqual(['edit-details']);
  });

  it('say to a member what is off, and whom to ask', () => {
    const entries = actionEntries({ ...key, role: 'member' }, aWorkspace({ role: 'member' }));
    expect(entries.map(({ id, reason }) => [id, reason?.slice(0, 42)])).toEqual([
      ['edit-details', undefined],
      ['rotate', 'This login is a member of Acme Vision, and'],
      ['edit-scope', 'This login is a member of Acme Vision, and'],
      ['rename', 'This login is a member of Acme Vision, and'],
      ['compromised', 'This login is a member of Acme Vision, and'],
      ['delete', 'This login is a member of Acme Vision, and'],
    ]);
    const [first] = commandEntries(true, 'Ask an owner.');
    expect(first).toMatchObject({ id: 'new-key', reason: 'Ask an owner.' });
    expect(commandEntries(true)[0]).not.toHaveProperty('reason');
  });

  it('mark a key as compromised that is named after the word', () => {
    expect(compromisedSearch('compromised line-4')).toBe('line-4');
    expect(compromisedSearch(' Compromised  line 4')).toBe('line 4');
    for (const typed of ['compromised', 'compromised ', 'compromisedline', 'line compromised'])
      expect(compromisedSearch(typed)).toBe(null);
    const [hit] = compromisedEntries(keyEntries([key], [aWorkspace({})]));
    expect(hit).toMatchObject({ choice: { kind: 'compromised', keyId: key.id }, detail: 'Acme Vision' });
    expect(hit?.label).toBe(`Mark ${key.name} as compromised…`);
  });

  it('name a shortcut for the first nine workspaces alone', () => {
    const [ninth, tenth] = workspaceEntries([aWorkspace({ position: 9 }), aWorkspace({ position: 10 })]);
    expect(ninth?.chord).toEqual({ key: '9', primary: true });
    expect(tenth?.chord).toBeUndefined();
  });

  it('lead to every screen there is', () => {
    const [entry] = screenEntries([{ id: 'inventory', label: 'Inventory' }]);
    expect(entry).toMatchObject({
      label: 'Go to Inventory',
      choice: { kind: 'screen', screen: 'inventory' },
    });
  });

  it('find a saved search by its name and by what it looks for, and say where it looks', () => {
    const saved = { id: 's1', name: 'Wide keys', search: 'is:full-access', workspaceId: null };
    const there = { ...saved, id: 's2', name: 'Wide here', workspaceId: 'w1' };
    const entries = searchEntries([saved, there], [aWorkspace({ id: 'w1' })]);
    expect(entries.map(({ detail }) => detail)).toEqual([undefined, 'Acme Vision']);
    const found = (typed: string) =>
      groupsFor(typed, [{ title: 'Searches', entries }], []).flatMap((group) =>
        group.entries.map(({ label }) => label),
      );
    expect(found('wide')).toEqual(['Wide keys', 'Wide here']);
    expect(found('full-access acme')).toEqual(['Wide here']);
  });

  it('leave out what needs a workspace where none is connected', () => {
    expect(commandEntries(false).map(({ id }) => id)).toEqual(['connect', 'cli-import', 'shortcuts']);
    expect(commandEntries(true).map(({ id }) => id)).toContain('sync');
  });

  it('say where a key lives, also where its workspace is not known any more', () => {
    const [known] = keyEntries([key], [aWorkspace()]);
    expect(known).toMatchObject({ label: 'line4-uploader', detail: 'Acme Vision', colour: 'indigo' });
    const [orphan] = keyEntries([{ ...key, name: '' }], []);
    expect(orphan).toMatchObject({ label: 'No name', choice: { kind: 'key', keyId: 'k1' } });
    expect(orphan).not.toHaveProperty('detail');
  });

  it('come in groups, without empty ones and none too long', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      aWorkspace({ id: `w${index}`, name: `Line ${index}`, position: index + 1 }),
    );
    const local = [
      { title: 'Workspaces', entries: workspaceEntries(many) },
      { title: 'Commands', entries: commandEntries(true) },
    ];
    const groups = groupsFor('line', local, keyEntries([key], []));
    expect(groups.map(({ title }) => title)).toEqual(['Workspaces', 'Keys']);
    expect(groups[0]?.entries).toHaveLength(longestGroup);
    expect(groupsFor('nothing like it', local, [])).toEqual([]);
  });
});
