// Stands between the faces and the network and makes trouble, at the rates and with the seed it is given.
import { setTimeout } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import type { Random } from '../core/random.ts';
import { retellAnswer, retellRefusal } from './dialect.ts';
import { drawFault, streams } from './draw.ts';
import { cutBody, cutJson, drop, garbled, serverError, throttled, webPage } from './faults.ts';
import type { Trouble } from './trouble.ts';

export type Serve = (request: Request, env: HttpBindings) => Response | Promise<Response>;

/**
 * `serve` as the network lets it be seen. A request that is throttled was never looked at; one whose answer is broken was
 * carried out; an error, a web page and a dropped connection come before the work or after it, by chance.
 */
export function troubled(serve: Serve, trouble: Trouble, seed: string): Serve {
  const streamOf = streams(seed);
  return async (request, env) => {
    const random = streamOf(request);
    const fault = drawFault(trouble, random);
    if (random.chance(trouble.slow)) await setTimeout(random.int(1, Math.max(1, trouble.longestDelay)));
    if (fault === 'throttled') return throttled();
    const answered = async () => inDialect(await serve(request, env), trouble, random);
    switch (fault) {
      case null:
        return answered();
      case 'cutBody':
        return cutBody(await answered(), env, random);
      case 'cutJson':
        return cutJson(await answered(), random);
      case 'garbled':
        return garbled(await answered(), random);
      default:
        if (random.chance(0.5)) await serve(request, env);
    }
    switch (fault) {
      case 'serverError':
        return serverError(random);
      case 'webPage':
        return webPage(random);
      case 'dropped':
        return drop(env);
    }
  };
}

async function inDialect(response: Response, trouble: Trouble, random: Random): Promise<Response> {
  if (!random.chance(trouble.dialect) || !/json/.test(response.headers.get('content-type') ?? '')) {
    return response;
  }
  const body: unknown = await response.json();
  const { status } = response;
  // Of another length, but with everything else that the headers said, such as the entity tag.
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  if (response.ok) return Response.json(retellAnswer(body, random), { status, headers });
  const told = retellRefusal(body, random);
  const isText = 'text' in told;
  if (isText) headers.set('content-type', 'text/plain; charset=utf-8');
  return new Response(isText ? told.text : JSON.stringify(told.json), { status, headers });
}
