/**
 * What the window may load: its own files and nothing else. It talks to nobody; every request to a platform is made by
 * the main process. No inline script or style, no eval, no frame, no form.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
