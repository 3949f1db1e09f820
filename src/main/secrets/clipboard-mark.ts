/** How a copied text is recognised again without keeping it. */
import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 under a key of this run, base64. Some systems give line ends back in their own form. */
export function markOfText(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text.replaceAll('\r\n', '\n')).digest('base64');
}
