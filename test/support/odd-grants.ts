/** Grants that invite tidying up: repeats, unknown scopes, odd orders, none and everything. */
import type { Grant } from '#shared/domain/grant.ts';

export const unsettledGrants: readonly Grant[] = [
  { platform: 'roboflow', scopes: null },
  { platform: 'roboflow', scopes: [] },
  { platform: 'roboflow', scopes: ['model:infer', 'image:create'] },
  { platform: 'roboflow', scopes: ['image:create', 'model:infer'] },
  { platform: 'roboflow', scopes: ['image:create', 'image:create'] },
  { platform: 'roboflow', scopes: ['vendor:new-thing', '__proto__', ' image:read'] },
  { platform: 'datature-vi', access: [], permission: 'read-only' },
  { platform: 'datature-vi', access: ['training', 'dataset', 'dataset'], permission: 'full' },
  { platform: 'datature-vi', access: ['evaluation', 'deployment'], permission: 'auditor' },
  { platform: 'workspace-keys', scopes: [], public: false },
  { platform: 'workspace-keys', scopes: ['inference'], public: true },
  { platform: 'workspace-keys', scopes: ['inference'], public: false },
];
