/** Reads the body of an answer: never more than fits, and told apart into data, a web page and everything else. */

type Content =
  | { kind: 'empty' }
  | { kind: 'json'; value: unknown }
  | { kind: 'web page' }
  | { kind: 'text'; text: string }
  | { kind: 'too large' };

export type Answer = { status: number; headers: Headers; content: Content };

/** A list of 100,000 keys takes about 28 MB. */
const largestAnswer = 64 * 1024 * 1024;
/** Nothing of a refusal is shown, so a long one needs no reading. */
const largestRefusal = 64 * 1024;

/** Throws what fetch throws where the connection breaks in the middle of the body. */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const limit = response.ok ? largestAnswer : largestRefusal;
  const text = await readText(response, limit);
  return { status, headers, content: text === null ? { kind: 'too large' } : understand(text, headers) };
}

/** Null where there is more than the limit. Counts unpacked bytes, so a small zipped answer cannot fill the memory. */
async function readText(response: Response, limit: number): Promise<string | null> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function understand(text: string, headers: Headers): Content {
  if (text.trim() === '') return { kind: 'empty' };
  // Data counts as data whatever the server calls it: not every one labels its JSON.
  const json = parse(text);
  if (json) return { kind: 'json', value: json.value };
  const isPage =
    /\bhtml\b/i.test(headers.get('content-type') ?? '') || /^\s*<(!doctype|html|head|body)\b/i.test(text);
  return isPage ? { kind: 'web page' } : { kind: 'text', text };
}

/** The parser's own error is dropped: it quotes the text, which may hold a key. */
function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
