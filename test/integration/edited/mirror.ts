/** A platform with one key, over real HTTP: it says what it was given, takes what it is sent, and writes down the rest. */
import { serve } from '../../support/fault-server.ts';

type Wire = Record<string, unknown>;

/** `tidies`: keeps each scope once and in an order of its own, as platforms may. `wrapped`: `{apiKey: {...}}`. */
export type Manner = { tidies: boolean; wrapped: boolean };

export async function openMirror() {
  let key: Wire = {};
  let manner: Manner = { tidies: false, wrapped: false };
  const sent: Wire[] = [];

  const { session } = await serve((response, { method, body }) => {
    if (method !== 'GET') {
      const change = JSON.parse(body) as Wire;
      sent.push(change);
      key = { ...key, ...(manner.tidies ? tidy(change) : change) };
    }
    const answer = manner.wrapped ? { apiKey: key } : key;
    response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(JSON.stringify(answer));
  });

  return {
    session,
    /** From now on this is the key, and nothing was sent yet. */
    hold(wire: Wire, how: Manner): void {
      key = wire;
      manner = how;
      sent.length = 0;
    },
    /** The key as the platform has it. */
    held: (): Wire => key,
    /** The bodies of all changes so far. */
    sent: sent as readonly Wire[],
  };
}

export type Mirror = Awaited<ReturnType<typeof openMirror>>;

function tidy(change: Wire): Wire {
  const fields = Object.entries(change).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...new Set(value as string[])].toSorted() : value,
  ]);
  return Object.fromEntries(fields);
}
