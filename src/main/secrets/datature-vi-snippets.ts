/** The lines for a Datature Vi key: its SDK reads the secret key and the organization's id, which is no secret. */
import { platforms } from '#shared/domain/platform.ts';
import type { SnippetFormat } from '#shared/ipc/hand-over.ts';
import { quoteForEnv, quoteForProgram, quoteForShell } from './quoting.ts';

const { secretVariable: secret, organizationVariable } = platforms['datature-vi'];
const organization = organizationVariable ?? '';

type Place = { workspaceSlug: string; baseUrl: string };

export function datatureViSnippet(
  format: SnippetFormat,
  { workspaceSlug: id, baseUrl }: Place,
  value: string,
): string {
  const base = `${baseUrl.replace(/\/+$/, '')}/vi/v1/organizations/`;
  switch (format) {
    case 'env':
      return `${secret}=${quoteForEnv(value)}\n${organization}=${quoteForEnv(id)}\n`;
    case 'python':
      return `import os

import vi

# ${organization} is ${id}
client = vi.Client(
    secret_key=os.environ["${secret}"],
    organization_id=os.environ["${organization}"],
)
`;
    // The SDK is for Python. Any authenticated request shows that the key works.
    case 'node':
      return `// ${organization} is ${id}
const response = await fetch(${quoteForProgram(base)} + process.env.${organization}, {
  headers: { Authorization: \`Bearer \${process.env.${secret}}\` },
});
console.log(response.status, await response.json());
`;
    case 'curl':
      return `export ${secret}=${quoteForShell(value)}
export ${organization}=${quoteForShell(id)}

curl ${quoteForShell(base)}"$${organization}" \\
  --header "Authorization: Bearer $${secret}"
`;
  }
}
