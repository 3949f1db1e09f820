import type { HandOvers } from '../secrets/hand-over.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';

/** Only `handOver.reveal` answers with a secret; every other hand-over happens in main. */
export function handOverHandlers(handOvers: HandOvers): Handlers<CallsOf<'handOver'>> {
  return {
    'handOver.copy': async ({ handOverId, format }) => ({
      clearsAt: await handOvers.copy(handOverId, format),
    }),
    'handOver.snippets': async ({ handOverId }) => handOvers.snippets(handOverId),
    'handOver.reveal': async ({ handOverId }) => ({ secret: handOvers.reveal(handOverId) }),
    'handOver.save': async ({ handOverId, format }) => ({
      fileName: await handOvers.save(handOverId, format),
      ownerOnly: process.platform !== 'win32',
    }),
    'handOver.pipe': ({ handOverId, line }) => handOvers.pipe(handOverId, line),
    'handOver.stopPipe': async ({ handOverId }) => {
      handOvers.stopPipe(handOverId);
      return {};
    },
    'handOver.finish': async ({ handOverId, unneeded }) => {
      handOvers.finish(handOverId, { unneeded });
      return {};
    },
  };
}
