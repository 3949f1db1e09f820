import { afterEach, expect, test } from 'vitest';
import { closeDialog, openDialog, useDialogs } from '../../../../src/renderer/app/dialogs.ts';
import { aWorkspace } from '../../../support/workspaces.ts';

const kind = () => useDialogs.getState().open?.kind ?? null;
const created = { keyId: 'k1', handOverId: 'h1', name: 'line-5', prefix: 'Zt4', hiddenLength: 17 };

afterEach(closeDialog);

test('a dialog takes the place of the one before', () => {
  openDialog({ kind: 'connect' });
  openDialog({ kind: 'new-key', workspaceId: null });
  expect(kind()).toBe('new-key');
});

test('nothing opens over a secret that waits to be handed over', () => {
  openDialog({ kind: 'store-secret', created, workspace: aWorkspace() });
  openDialog({ kind: 'connect' });
  expect(kind()).toBe('store-secret');
  closeDialog();
  openDialog({ kind: 'connect' });
  expect(kind()).toBe('connect');
});
