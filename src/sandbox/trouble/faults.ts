// Carries the faults out: what a client gets to see instead of the answer.
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Random } from '../core/random.ts';

type Status = 500 | 502 | 503;

/** 429 as a proxy gives it. Short waits, since a demonstration should go on. */
export function throttled(): Response {
  return Response.json(
    { error: 'Too many requests.', hint: 'Wait, then try again.' },
    { status: 429, headers: { 'retry-after': '1' } },
  );
}

/** In any of the shapes that errors have, and once in a while with the time after which to come back. */
export function serverError(random: Random): Response {
  const status = random.pick<Status>([500, 502, 503]);
  const headers = { ...(status === 503 && random.chance(0.5) && { 'retry-after': '1' }) };
  const message = 'The server could not finish this.';
  switch (random.pick(['rich', 'flat', 'text'] as const)) {
    case 'rich':
      return Response.json({ error: { message, type: 'ServerException', status } }, { status, headers });
    case 'flat':
      return Response.json({ error: message }, { status, headers });
    case 'text':
      return new Response(message, { status, headers: { ...headers, 'content-type': 'text/plain' } });
  }
}

/** What a proxy says in the platform's place. */
export function webPage(random: Random): Response {
  const status = random.pick<Status>([502, 503]);
  const page = `<!doctype html>\n<html><head><title>${status}</title></head><body><h1>${status} Bad Gateway</h1></body></html>\n`;
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** Ends the connection without a word. */
export function drop({ outgoing }: HttpBindings): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Announces the whole body, sends a part, and ends the connection. */
export async function cutBody(
  response: Response,
  { outgoing }: HttpBindings,
  random: Random,
): Promise<Response> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const headers = { ...Object.fromEntries(response.headers), 'content-length': Math.max(1, bytes.length) };
  outgoing.writeHead(bytes.length === 0 ? 200 : response.status, headers);
  outgoing.flushHeaders();
  await new Promise<void>((resolve) => {
    outgoing.write(bytes.subarray(0, random.int(0, Math.max(0, bytes.length - 1))), () => resolve());
  });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** A complete answer whose JSON ends too early: at least one character is missing, and one is there. */
export async function cutJson(response: Response, random: Random): Promise<Response> {
  const text = await response.text();
  const rest = text.slice(0, random.int(1, Math.max(1, text.length - 1)));
  return new Response(rest || '{', { status: readable(response), headers: response.headers });
}

/** Bytes replaced here and there. A control character is among them: no JSON survives that, so no fact is changed unseen. */
export async function garbled(response: Response, random: Random): Promise<Response> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const noise = bytes.length === 0 ? Buffer.alloc(8) : bytes;
  for (let left = random.int(1, 8); left > 0; left -= 1) {
    noise[random.int(0, noise.length - 1)] = random.pick([0x00, 0x1b, 0xc3, 0xff]);
  }
  noise[random.int(0, noise.length - 1)] = 0x00;
  return new Response(noise, { status: readable(response), headers: response.headers });
}

/** An answer without a body, such as 204, cannot carry a broken one. */
function readable({ status }: Response): number {
  return status === 204 ? 200 : status;
}
