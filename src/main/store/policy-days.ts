/**
 * What is kept in `key_index` of policies, snoozes and planned days, as SQL over `keys JOIN key_locals`: the key's own
 * policy comes first, then its environment's in its workspace, then its environment's everywhere.
 */
import { rotationDays } from '#shared/domain/rotation-policy.ts';

/** In `policies.workspace_id`: what goes for all workspaces. */
export const everywhere = '';

const own = 'FROM key_policies WHERE key_id = keys.id';
const ofEnvironment = (workspace: string) =>
  `FROM policies WHERE workspace_id = ${workspace} AND environment = key_locals.environment`;
const inWorkspace = ofEnvironment('keys.workspace_id');
const inAll = ofEnvironment(`'${everywhere}'`);

const untouched = Object.entries(rotationDays).flatMap(([environment, days]) =>
  days === null ? [] : [`WHEN '${environment}' THEN ${days}`],
);

/** What a key has without a policy of its own. */
export const inheritedDays = `CASE WHEN EXISTS (SELECT 1 ${inWorkspace}) THEN (SELECT days ${inWorkspace})
  WHEN EXISTS (SELECT 1 ${inAll}) THEN (SELECT days ${inAll})
  ELSE CASE key_locals.environment ${untouched.join(' ')} END END`;

/** The columns of the index and what each of them is. */
export const rotationColumns = {
  rotation_days: `CASE WHEN EXISTS (SELECT 1 ${own}) THEN (SELECT days ${own}) ELSE ${inheritedDays} END`,
  planned_day: '(SELECT day FROM planned_days WHERE key_id = keys.id)',
  snoozed_until: '(SELECT until FROM snoozes WHERE key_id = keys.id)',
} as const;

/** Whose policy it is, as `KeyRotation` has it. */
export const policyOrigin = `CASE WHEN EXISTS (SELECT 1 ${own}) THEN 'key'
  WHEN EXISTS (SELECT 1 ${inWorkspace}) THEN 'workspace' ELSE 'environment' END`;
