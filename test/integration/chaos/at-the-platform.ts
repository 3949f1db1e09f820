/** What really is at the platforms: read from a calm sandbox without any of the application's code. */
import { z } from 'zod';
import type { Sandbox } from '../../../src/sandbox/server.ts';

export type PlatformKey = {
  slug: string;
  remoteId: string;
  name: string;
  disabled: boolean;
  protected: boolean;
  scopes: string[] | null;
};

const scopes = z.array(z.string()).nullable();
const roboflowKey = z.object({
  keyId: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  protected: z.boolean(),
  scopes,
});
const roboflowList = z.object({ apiKeys: z.array(roboflowKey) });
const plainList = z.object({ keys: z.array(z.object({ id: z.string(), name: z.string(), scopes })) });

const secretList = z.object({
  items: z.array(
    z.object({ id: z.string(), name: z.string(), access: z.array(z.string()), permission: z.string() }),
  ),
  next: z.null(),
});

/** In one page each. */
const paths: Readonly<Record<string, (slug: string) => string>> = {
  roboflow: (slug) => `/${slug}/api-keys?includeDisabled=true`,
  'workspace-keys': (slug) => `/api/v1/workspaces/${slug}/keys?limit=500`,
  'datature-vi': (id) => `/vi/v1/organizations/${id}/secret-keys?limit=200`,
};

export async function keysAtThePlatforms({ connections }: Sandbox): Promise<PlatformKey[]> {
  const lists = connections.flatMap(({ platform, baseUrl, credential, workspaces }) =>
    workspaces.map(async ({ slug }): Promise<PlatformKey[]> => {
      const path = paths[platform]?.(slug) ?? '';
      const headers = { authorization: `Bearer ${credential}` };
      const answer: unknown = await (await fetch(`${baseUrl}${path}`, { headers })).json();
      if (platform === 'roboflow') {
        const { apiKeys } = roboflowList.parse(answer);
        return apiKeys.map(({ keyId, ...key }) => ({ slug, remoteId: keyId, ...key }));
      }
      const flags = { disabled: false, protected: false };
      if (platform === 'datature-vi') {
        // The accesses and the permission, as `scopesOf` puts them.
        return secretList.parse(answer).items.map(({ id, name, access, permission }) => ({
          slug,
          remoteId: id,
          name,
          scopes: [...access, permission],
          ...flags,
        }));
      }
      return plainList.parse(answer).keys.map(({ id, ...key }) => ({ slug, remoteId: id, ...key, ...flags }));
    }),
  );
  return (await Promise.all(lists)).flat();
}
