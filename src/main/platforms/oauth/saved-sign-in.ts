/** What the keychain keeps of a sign-in with the browser, as one item in the place of a pasted credential. */
import { z } from '#shared/zod.ts';

const schema = z.strictObject({
  latchkey: z.literal('oauth'),
  issuer: z.string(),
  clientId: z.string(),
  /** Null once the platform ended it, or where it gave none: only a person helps then. */
  refreshToken: z.string().nullable(),
});

export type SavedSignIn = Omit<z.infer<typeof schema>, 'latchkey'>;

/** Short: the keychain of Windows takes 2,560 bytes an item. */
export function write({ issuer, clientId, refreshToken }: SavedSignIn): string {
  return JSON.stringify({ latchkey: 'oauth', issuer, clientId, refreshToken });
}

/** Null for everything else, such as a pasted key. */
export function read(item: string | null): SavedSignIn | null {
  if (!item?.startsWith('{')) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(item));
    if (!parsed.success) return null;
    const { issuer, clientId, refreshToken } = parsed.data;
    return { issuer, clientId, refreshToken };
  } catch {
    return null;
  }
}
