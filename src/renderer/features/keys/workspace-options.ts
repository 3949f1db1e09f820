import type { Workspace } from '#shared/ipc/connections.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { canMakeKeys } from './new-key-defaults.ts';

/**
 * The workspaces to choose from. Two with the same name are told apart by their slug and, where even that is the
 * same on two hosts, by their address: acting in the wrong one must not be a matter of luck.
 */
export function workspaceOptions(list: readonly Workspace[]): SelectOption<string>[] {
  return list.map((workspace) => ({
    value: workspace.id,
    label: labelOf(workspace, list),
    square: `var(--workspace-${workspace.colour})`,
    disabled: !canMakeKeys(workspace),
  }));
}

function labelOf(workspace: Workspace, list: readonly Workspace[]): string {
  const { name, slug, baseUrl } = workspace;
  const namesakes = list.filter((other) => other.name === name && other.id !== workspace.id);
  const twins = namesakes.filter((other) => other.slug === slug);
  const told =
    namesakes.length === 0 ? name : twins.length === 0 ? `${name} (${slug})` : `${name} (${baseUrl})`;
  if (canMakeKeys(workspace)) return told;
  return workspace.role === 'member' ? `${told}: you are a member` : `${told}: sign in again first`;
}
