/** What may be seen of a secret before it is handed over: its visible beginning, and dots for the rest. */

/**
 * The platform's visible prefix where it really begins this secret, else nothing: the window must not learn a part of
 * the secret because a platform answered with an odd prefix, let alone with the whole of it.
 */
export function visiblePrefix(secret: string, prefix: string): string {
  // Hints come as `dtvi_9k...`; the dots are not part of the secret.
  const bare = prefix.replace(/(\.{2,}|…)$/, '');
  return secret.startsWith(bare) && bare.length * 2 <= secret.length ? bare : '';
}

export function maskSecret(secret: string, prefix: string): string {
  const visible = visiblePrefix(secret, prefix);
  return visible + '•'.repeat(secret.length - visible.length);
}
