import { setTimeout } from 'node:timers/promises';
import type { PlatformId } from '#shared/domain/platform.ts';
import { systemClock } from '../system/ports.ts';
import { createDatatureViAdapter } from './datature-vi/adapter.ts';
import { createHttpClient } from './http/client.ts';
import type { PlatformAdapter } from './platform.ts';
import type { PlatformPorts } from './ports.ts';
import { createRoboflowAdapter } from './roboflow/adapter.ts';
import { createWorkspaceKeysAdapter } from './workspace-keys/adapter.ts';

export const systemPorts: Omit<PlatformPorts, 'version'> = {
  clock: systemClock,
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal ? { signal } : {}),
  random: Math.random,
};

/**
 * One adapter for each platform, over one HTTP client. Adapters keep nothing between calls. Ports that are not given
 * are the system's own.
 */
export function createPlatforms(
  ports: Pick<PlatformPorts, 'version'> & Partial<PlatformPorts>,
): Record<PlatformId, PlatformAdapter> {
  const http = createHttpClient({ ...systemPorts, ...ports });
  return {
    roboflow: createRoboflowAdapter(http),
    'datature-vi': createDatatureViAdapter(http),
    'workspace-keys': createWorkspaceKeysAdapter(http),
  };
}
