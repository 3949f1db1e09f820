/** Lines that put a new key to use, in the words of its platform: what a person pastes next, ready to run. */
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { HandOverFormat, SnippetFormat } from '#shared/ipc/hand-over.ts';
import { datatureViSnippet } from './datature-vi-snippets.ts';
import { type InferenceCall, inferenceCall } from './inference-call.ts';
import { quoteForEnv, quoteForProgram, quoteForShell } from './quoting.ts';

/** Where the key belongs; a snippet calls that address. */
export type SnippetPlace = { platform: PlatformId; workspaceSlug: string; baseUrl: string };

/**
 * Whether copying this hands the secret over. Programs read it from the environment, since a secret in a source file is
 * the leak everyone starts with; only the line for `.env` and the export before cURL hold it.
 */
export function carriesSecret(format: HandOverFormat): boolean {
  return format !== 'python' && format !== 'node';
}

/** `value` is the secret, or its mask for looking at. */
export function snippet(format: SnippetFormat, place: SnippetPlace, value: string): string {
  const { platform } = place;
  if (platform === 'datature-vi') return datatureViSnippet(format, place, value);
  const variable = platforms[platform].secretVariable;
  const call = inferenceCall({ ...place, platform });
  switch (format) {
    case 'env':
      return `${variable}=${quoteForEnv(value)}\n`;
    case 'python':
      return call.sdk ? pythonWithSdk(variable, call) : python(variable, call);
    case 'node':
      return node(variable, call);
    case 'curl':
      return curl(variable, call, value);
  }
}

/** Roboflow's own package; the header keeps the key out of addresses and server logs (its recommended transport). */
function pythonWithSdk(variable: string, { origin, model, note }: InferenceCall): string {
  return `# pip install --upgrade inference-sdk
import os

from inference_sdk import InferenceConfiguration, InferenceHTTPClient

client = InferenceHTTPClient(
    api_url=${quoteForProgram(origin)},
    api_key=os.environ["${variable}"],
).configure(InferenceConfiguration(api_key_transport="header"))

# ${note}
print(client.infer("image.jpg", model_id=${quoteForProgram(model)}))
`;
}

function python(variable: string, { url, contentType, body, note }: InferenceCall): string {
  const image = 'open("image.jpg", "rb").read()';
  return `${body === 'base64' ? 'import base64\n' : ''}import os
import urllib.request

# ${note}
request = urllib.request.Request(
    ${quoteForProgram(url)},
    data=${body === 'base64' ? `base64.b64encode(${image})` : image},
    headers={
        "Authorization": "Bearer " + os.environ["${variable}"],
        "Content-Type": "${contentType}",
    },
)
with urllib.request.urlopen(request) as response:
    print(response.read().decode())
`;
}

function node(variable: string, { url, contentType, body, note }: InferenceCall): string {
  const image = "await readFile('image.jpg'";
  return `import { readFile } from 'node:fs/promises';

// ${note}
const response = await fetch(${quoteForProgram(url)}, {
  method: 'POST',
  headers: {
    Authorization: \`Bearer \${process.env.${variable}}\`,
    'Content-Type': '${contentType}',
  },
  body: ${body === 'base64' ? `${image}, 'base64')` : `${image})`},
});
console.log(response.status, await response.json());
`;
}

function curl(variable: string, { url, contentType, body, note }: InferenceCall, value: string): string {
  const piped = body === 'base64';
  return `export ${variable}=${quoteForShell(value)}

# ${note}
${piped ? 'base64 < image.jpg | ' : ''}curl ${quoteForShell(url)} \\
  --header "Authorization: Bearer $${variable}" \\
  --header 'Content-Type: ${contentType}' \\
  ${piped ? '--data @-' : '--data-binary @image.jpg'}
`;
}
