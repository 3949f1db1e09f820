/** A client that takes answers as they come, and words for what came. */

export function clientOf(baseUrl: string, credential: string, workspace = 'alpha') {
  const authorization = `Bearer ${credential}`;
  const path = `${baseUrl}/${workspace}/api-keys`;
  return {
    list: () => fetch(path, { headers: { authorization } }),
    create: (name: string) =>
      fetch(path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      }),
    remove: (keyId: string) => fetch(`${path}/${keyId}`, { method: 'DELETE', headers: { authorization } }),
  };
}

/** For instance `201 json`, `429 json retry-after=1` or `broken UND_ERR_SOCKET`. */
export async function seen(answer: Promise<Response>): Promise<string> {
  try {
    const response = await answer;
    const text = await response.text();
    const wait = response.headers.get('retry-after');
    return `${response.status} ${kindOf(text)}${wait === null ? '' : ` retry-after=${wait}`}`;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    return `broken ${cause instanceof Error && 'code' in cause ? String(cause.code) : String(error)}`;
  }
}

function kindOf(text: string): 'json' | 'web page' | 'text' {
  if (text.startsWith('<!doctype html>')) return 'web page';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return 'text';
  }
}
