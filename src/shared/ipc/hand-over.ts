/** Handing a new secret over, once. Only `handOver.reveal` lets it into the window. */
import { z } from '../zod.ts';
import { call, event } from './define.ts';

export const snippetFormats = ['env', 'python', 'node', 'curl'] as const;
export type SnippetFormat = (typeof snippetFormats)[number];
const handOverFormatSchema = z.enum(['secret', ...snippetFormats]);
export type HandOverFormat = z.infer<typeof handOverFormatSchema>;
/** What a file can hold: the secret and nothing else, or its line for `.env`. */
const fileFormatSchema = z.enum(['secret', 'env']);
export type FileFormat = z.infer<typeof fileFormatSchema>;

const handOverId = z.string();

export const handOverCalls = {
  /** Puts the secret (or a snippet with it) on the clipboard, from main. `clearsAt`: when it is cleared if still there. */
  'handOver.copy': call(
    z.strictObject({ handOverId, format: handOverFormatSchema }),
    z.strictObject({ clearsAt: z.string() }),
  ),
  /** The snippets with the secret masked, to be looked at before copying. */
  'handOver.snippets': call(z.strictObject({ handOverId }), z.record(z.enum(snippetFormats), z.string())),
  /** The secret itself. Turns content protection on until the hand-over ends. */
  'handOver.reveal': call(z.strictObject({ handOverId }), z.strictObject({ secret: z.string() })),
  /**
   * Asks where, and writes a file that its owner alone can read. `fileName` is null when the person cancelled.
   * `ownerOnly` is false where the folder decides who may read it (Windows).
   */
  'handOver.save': call(
    z.strictObject({ handOverId, format: fileFormatSchema }),
    z.strictObject({ fileName: z.string().nullable(), ownerOnly: z.boolean() }),
  ),
  /**
   * Runs a command line (rules in domain/command-line.ts) with the secret on its standard input, and answers when it has
   * ended. `output` is what it wrote, without the secret.
   */
  'handOver.pipe': call(
    z.strictObject({ handOverId, line: z.string().max(4000) }),
    z.strictObject({ handedOver: z.boolean(), message: z.string(), output: z.string() }),
  ),
  /** Stops the command that runs, if one does; its `handOver.pipe` then answers. */
  'handOver.stopPipe': call(z.strictObject({ handOverId }), z.strictObject({})),
  /** Ends the hand-over; the secret is overwritten. Refused unless it was handed over, or `unneeded` says it need not be. */
  'handOver.finish': call(z.strictObject({ handOverId, unneeded: z.boolean() }), z.strictObject({})),
};

export const handOverEvents = {
  /** `cleared`: we took the secret off the clipboard. `replaced`: something else was there by then and was left alone. */
  'handOver.clipboard': event(z.strictObject({ handOverId, state: z.enum(['cleared', 'replaced']) })),
};
